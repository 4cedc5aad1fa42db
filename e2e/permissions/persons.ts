import type { Cast } from '../lib/scene.ts';

/** Who is let in only where the table of exceptions says so. */
export const OUTSIDERS = ['outsider', 'bot', 'teammate', 'guest'] as const;
export type Outsider = (typeof OUTSIDERS)[number];

/** Who has no session: 401 from everything that is not open to all. */
export const SESSIONLESS = ['nobody', 'deactivated'] as const;

export type Role = Outsider | (typeof SESSIONLESS)[number];

/** Who they are, in the words of a failure. */
export const WHO: Readonly<Record<Role, string>> = {
  nobody: 'nobody (no session)',
  deactivated: 'a deactivated account',
  outsider: 'somebody who is signed in but not in the team',
  bot: 'a bot that nobody invited',
  teammate: 'somebody of the team who is not in the channel',
  guest: 'a guest of the team who is not in the channel',
} satisfies Record<keyof Omit<Cast, 'admin' | 'owner'>, string>;
