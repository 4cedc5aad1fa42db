import { firstLine, quiet, shorten, textAt } from '#extensions/webhooks/server/feature.ts';

/** What a person on call wants to know of an event. */
export interface Told {
  /** What happened, without who did it. */
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly color?: 'good' | 'warning' | 'danger';
  /** At most three. */
  readonly facts?: readonly (readonly [title: string, value: string])[];
}

/** Tells one kind of event from its payload. */
export type Teller = (body: unknown) => Told;

/** What an action did, in words: `review_requested` → `review requested`. */
export function verbOf(body: unknown): string {
  return textAt(body, 'action').replaceAll('_', ' ');
}

/** `Issue #5 opened: Title`. */
export function headline(what: string, verb: string, name = ''): string {
  const line = [what, verb].filter(Boolean).join(' ');
  return name ? `${line}: ${quiet(shorten(firstLine(name), 160))}` : line;
}

/** What somebody wrote, short enough for a card. */
export function words(text: string): string {
  return quiet(shorten(text, 600));
}

/** The last part of `refs/heads/main`. */
export function refName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}

/** The colour of how something ended. */
export function colorOf(state: string): Pick<Told, 'color'> {
  if (['success', 'completed', 'approved', 'resolved', 'fixed', 'published', 'merged'].includes(state)) return { color: 'good' };
  if (['failure', 'error', 'timed_out', 'startup_failure', 'changes_requested', 'critical', 'high'].includes(state)) return { color: 'danger' };
  if (['cancelled', 'action_required', 'stale', 'neutral', 'pending', 'medium', 'moderate', 'waiting'].includes(state)) return { color: 'warning' };
  return {};
}

/** Only facts that say something. */
export function facts(...all: (readonly [string, string])[]): Pick<Told, 'facts'> {
  const some = all.filter(([, value]) => value !== '').slice(0, 3);
  return some.length ? { facts: some } : {};
}
