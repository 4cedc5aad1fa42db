import type { z } from 'zod';
import type { Ctx } from './context.ts';

/**
 * One thing the system can do, whatever the entry point. The kernel runs it in a fixed order:
 * rate limit → identify → parse → permission → run → commit → emit → audit.
 */
export interface Action<I = any, O = any> {
  readonly kind: 'action' | 'query';
  /** Unique, verb-noun, e.g. `create-post`. */
  readonly name: string;
  /** One sentence for help, the API document and AI tools. */
  readonly summary: string;
  readonly input: z.ZodType<I>;
  /** All must hold. */
  readonly permission: PermissionRule<I>;
  /** Why no audit record is written; absent: one is written. Queries write none. */
  readonly unaudited?: string;
  run(ctx: Ctx, input: I): Promise<O> | O;
}

/** Who may do it. `ids` are the permissions of which it speaks, for documents and for the error. */
export interface PermissionRule<I = any> {
  readonly scope: 'anyone' | 'signed-in' | 'self' | 'system' | 'team' | 'channel' | 'object';
  readonly ids: readonly string[];
  /** A reason, where no permission is asked for. */
  readonly reason?: string;
  /** True: allowed. False: 403. It may throw another error, such as 404 for what the actor must not know of. */
  check(ctx: Ctx, input: I): boolean | Promise<boolean>;
}

type Spec<S extends z.ZodType, O> = Omit<Action<z.output<S>, O>, 'kind' | 'input'> & { input: S };

/** Declares an action: something that changes the system. */
export function action<S extends z.ZodType, O>(spec: Spec<S, O>): Action<z.output<S>, O> {
  return { kind: 'action', ...spec } as unknown as Action<z.output<S>, O>;
}

/** Declares a query: one question of a client, which changes nothing. */
export function query<S extends z.ZodType, O>(spec: Omit<Spec<S, O>, 'unaudited'>): Action<z.output<S>, O> {
  return { kind: 'query', ...spec } as unknown as Action<z.output<S>, O>;
}

/** Open to all, without a session. Say why. */
export function anyone(reason: string): PermissionRule {
  return { scope: 'anyone', ids: [], reason, check: () => true };
}

/** Open to everybody who is signed in. Say why. */
export function signedIn(reason: string): PermissionRule {
  return { scope: 'signed-in', ids: [], reason, check: () => true };
}

/** One of the rules is enough. The error names the ids of all. */
export function anyOf<I>(...rules: PermissionRule<I>[]): PermissionRule<I> {
  return {
    scope: rules[0]!.scope,
    ids: rules.flatMap((r) => r.ids),
    check: async (ctx, input) => {
      for (const rule of rules) if (await rule.check(ctx, input)) return true;
      return false;
    },
  };
}

/** Every rule must hold. */
export function allOf<I>(...rules: PermissionRule<I>[]): PermissionRule<I> {
  return {
    scope: rules.at(-1)!.scope,
    ids: rules.flatMap((r) => r.ids),
    check: async (ctx, input) => {
      for (const rule of rules) if (!(await rule.check(ctx, input))) return false;
      return true;
    },
  };
}
