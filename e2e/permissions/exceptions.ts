import type { Outsider } from './persons.ts';

/** Who besides the owner is let in, where the scene plays in a private channel, and where in an open one. */
export interface Allowance {
  readonly private?: readonly Outsider[];
  readonly open?: readonly Outsider[];
  readonly why: string;
}

const ALL: readonly Outsider[] = ['outsider', 'bot', 'teammate', 'guest'];
const TEAM: readonly Outsider[] = ['teammate', 'guest'];
const MEMBER: readonly Outsider[] = ['teammate'];

const both = (who: readonly Outsider[], why: string): Allowance => ({ private: who, open: who, why });
const open = (who: readonly Outsider[], why: string): Allowance => ({ open: who, why });

/** The whole list: it must match what the server does, in both directions. */
export const EXCEPTIONS: Readonly<Record<string, Allowance>> = {};

export { ALL, TEAM, MEMBER, both, open };
