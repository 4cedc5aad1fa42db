import { createHash } from 'node:crypto';
import { post_limits } from '#messaging/posts/wire/index.ts';
import type { LivingProps } from '../wire/index.ts';
import { firstLine, quiet, shorten } from './payload-text.ts';
import { isClosed } from './payload.ts';
import { splitText, type Rendered } from './post-payload.ts';

/** One call about a key, ready to be shown. */
export interface LivingUpdate {
  readonly rendered: Rendered;
  readonly status: string;
  readonly thread_key: string;
  /** Place among the others of its key; null where none is told. */
  readonly order: number | null;
  readonly received_at: number;
}

/** How a living message stands. */
export interface LivingState extends LivingUpdate {
  /** Since when it is about the same thing: when this message was written. */
  readonly since: number;
  readonly updates: number;
  /** When it was closed, 0 while it is open. */
  readonly closed_at: number;
}

export interface Folded {
  readonly state: LivingState;
  /** What it was before, oldest first, a short line each. */
  readonly history: readonly string[];
  /** The thing came back long after it was closed: it gets a new message. */
  readonly is_anew: boolean;
}

/** Puts updates into a state in the order of their arrival; one that is older than what is shown goes to the history. */
export function foldUpdates(before: LivingState | null, updates: readonly LivingUpdate[], reopen_after_ms: number): Folded {
  const is_anew = before !== null && updates.some((update) => !isStale(before, update) && isLate(before, update, reopen_after_ms));
  let state = is_anew ? null : before;
  const history: string[] = [];
  for (const update of updates) {
    if (!state) {
      // What arrives late about a life that has ended has no place in the next.
      if (before && isStale(before, update)) continue;
      state = { ...update, since: update.received_at, updates: 1, closed_at: isClosed(update.status) ? update.received_at : 0 };
      continue;
    }
    if (isStale(state, update)) history.push(historyLine(update, 0));
    else if (hashOf(state) !== hashOf(update)) {
      history.push(historyLine(state, update.received_at - state.received_at));
      state = { ...update, since: state.since, updates: state.updates, closed_at: isClosed(update.status) ? state.closed_at || update.received_at : 0 };
    } else state = { ...state, order: update.order ?? state.order };
    state = { ...state, updates: state.updates + 1 };
  }
  return { state: state!, history, is_anew };
}

/** The post that shows a state: one message, whatever the length of its text. */
export function showState(state: LivingState): Rendered {
  const living: LivingProps = { status: state.status, is_closed: state.closed_at > 0, updates: state.updates, since: state.since, update_at: state.received_at };
  const { rendered } = state;
  const attachments = rendered.props.attachments?.map((attachment, index) => (index === 0 && !attachment.color && colorOf(state) ? { ...attachment, color: colorOf(state) } : attachment));
  const message = attachments?.length || !state.status ? rendered.message : `${signOf(state)} **${quiet(state.status)}** ${rendered.message}`;
  const [first = '', ...more] = splitText(message, post_limits.message_max - 1);
  return { ...rendered, message: more.length ? `${first}…` : first, props: { ...rendered.props, ...(attachments && { attachments }), living } };
}

/** Lines of history as messages of the thread. */
export function historyMessages(lines: readonly string[]): string[] {
  return lines.length ? splitText(lines.join('\n')) : [];
}

function isStale(state: LivingUpdate, update: LivingUpdate): boolean {
  return state.order !== null && update.order !== null && update.order < state.order;
}

function isLate(before: LivingState, update: LivingUpdate, reopen_after_ms: number): boolean {
  return before.closed_at > 0 && !isClosed(update.status) && update.received_at - before.closed_at > reopen_after_ms;
}

// The database sorts the names of objects: what came from it must look as what has just arrived.
function hashOf({ rendered, status }: LivingUpdate): string {
  return createHash('sha256').update(JSON.stringify([rendered.message, rendered.props, status], (_key, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))).digest('base64');
}

function historyLine(was: LivingUpdate, lasted_ms: number): string {
  const { message, props } = was.rendered;
  const card = props.attachments?.[0];
  const words = [card?.title || card?.fallback || card?.pretext, firstLine(message || card?.text || '')].filter(Boolean).map((part) => shorten(firstLine(String(part)), 120));
  const told = words.length > 1 && words[0] === words[1] ? words[0]! : words.join(': ');
  const time = lasted_ms > 0 ? ` (for ${duration(lasted_ms)})` : '';
  return `- ${was.status ? `**${quiet(was.status)}** ` : ''}${quiet(told)}${time}`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function colorOf(state: LivingState): string {
  if (state.closed_at) return 'good';
  return /^(firing|failed|failure|error|critical|down|alerting|triggered)$/i.test(state.status) ? 'danger' : '';
}

function signOf(state: LivingState): string {
  if (state.closed_at) return ':white_check_mark:';
  return colorOf(state) === 'danger' ? ':red_circle:' : ':large_blue_circle:';
}
