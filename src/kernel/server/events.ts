import type { App } from './app.ts';
import type { Ctx } from './context.ts';
import { extensionPoint } from './extension-point.ts';
import type { Frame } from './realtime/frame.ts';

/** A kind of thing that happens, e.g. `post.created`. Features export theirs for others to listen to. */
export interface EventType<P> {
  readonly name: string;
  /** Only carries the payload's type. */
  readonly payload?: P;
}

/** Declares an event. Names are noun and past tense: `post.created`. */
export function defineEvent<P>(name: string): EventType<P> {
  return { name };
}

/** What of an event the connected clients see: its audience and the protocol's frame. */
export interface FrameRule<P = any> {
  readonly event: EventType<P>;
  frames(payload: P): Frame | Frame[] | null;
}

/** Declares the realtime frames of an event. Runs after the commit and must not ask the database. */
export function framesOf<P>(event: EventType<P>, frames: FrameRule<P>['frames']): FrameRule<P> {
  return { event, frames };
}

/** A reaction to an event of this process, after the commit. It may be lost with the process: what must not be belongs into a job. */
export interface Listener<P = any> {
  readonly event: EventType<P>;
  run(ctx: Ctx, payload: P): void | Promise<void>;
}

/** Declares a reaction to an event. Its actor is the system, its failure is logged and harms nobody. */
export function listenTo<P>(event: EventType<P>, run: Listener<P>['run']): Listener<P> {
  return { event, run };
}

/** One thing that has happened. */
export interface Happening<P = any> {
  readonly event: EventType<P>;
  readonly payload: P;
}

/**
 * Notes durably what has happened, for those who must hear of it: awaited after the action and before its caller is answered, so that what was answered
 * is noted. Whoever gets no answer asks again, and it happens again. It answers undefined at once where nobody must hear: every action passes here.
 */
export const eventJournal = extensionPoint<(app: App, happenings: readonly Happening[]) => Promise<void> | undefined>('kernel.event-journal');
