import type { z } from 'zod';
import { action, type Action, type PermissionRule } from '../action.ts';
import { SYSTEM, type Ctx } from '../context.ts';

const MAX_ATTEMPTS = 10;
const TIME_LIMIT_MS = 300_000;

/** What the code of a job gets first. */
export interface JobCtx extends Ctx {
  /** 1 for the first. */
  readonly attempt: number;
  /** If this attempt fails there is no other. */
  readonly is_last_attempt: boolean;
  /** Aborted when the time limit is reached or the server stops. */
  readonly signal: AbortSignal;
}

/** Work that survives the process: kept in the database, run by one node, repeated until it succeeds. */
export interface Job<I = any> {
  /** How it runs: in the kernel's order, as the system, with an audit record unless it says why not. */
  readonly action: Action<I, void>;
  readonly max_attempts: number;
  readonly time_limit_ms: number;
  /** When it runs by itself: minute, hour, day, month, weekday in UTC, as in a crontab. */
  readonly every?: string;
}

interface JobSpec<S extends z.ZodType> {
  /** Verb-noun, unique in the product. */
  readonly name: string;
  readonly summary: string;
  /** Must survive JSON. A job with `every` is given `{}` by its clock. */
  readonly input: S;
  /** It may run more than once for the same input: it must then do no harm. An error means: again later. */
  run(ctx: JobCtx, input: z.output<S>): Promise<void> | void;
  /** 10 unless told; the waits between grow from a second to some hours. */
  readonly max_attempts?: number;
  /** 5 minutes unless told. */
  readonly time_limit_ms?: number;
  readonly every?: string;
  readonly unaudited?: string;
}

const theSystem: PermissionRule = { scope: 'system', ids: [], check: (ctx) => ctx.actor === SYSTEM };

/** Declares a job; list it in the manifest under `jobs`. */
export function defineJob<S extends z.ZodType>(spec: JobSpec<S>): Job<z.output<S>> {
  const { name, summary, input, unaudited, every } = spec;
  const run = (ctx: Ctx, value: z.output<S>) => spec.run(ctx as JobCtx, value);
  return {
    action: action({ name, summary, input, permission: theSystem, unaudited, run }) as Action<z.output<S>, void>,
    max_attempts: spec.max_attempts ?? MAX_ATTEMPTS,
    time_limit_ms: spec.time_limit_ms ?? TIME_LIMIT_MS,
    every,
  };
}
