import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';

/** A message that has not arrived at the server yet. */
export type PendingRow = { readonly pending_post_id: string; readonly create_at: Timestamp };

/** One line of a message list. The key stays when a pending message becomes a post. */
export type Row =
  | { readonly kind: 'intro' | 'older' | 'newer' | 'new'; readonly key: string }
  | { readonly kind: 'date'; readonly key: string; readonly at: Timestamp }
  | { readonly kind: 'post'; readonly key: string; readonly id: Id; readonly is_grouped: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly pending_post_id: string; readonly is_grouped: boolean }
  | { readonly kind: 'activity'; readonly key: string; readonly ids: readonly Id[] };

export type RowsInput = {
  readonly ids: readonly Id[];
  readonly posts: Readonly<Record<Id, Post>>;
  readonly pending: readonly PendingRow[];
  readonly me: Id;
  /** Posts of others after this time are new; 0 = none are. */
  readonly new_after: Timestamp;
  readonly is_oldest: boolean;
  readonly is_newest: boolean;
};

const GROUPED_WITHIN_MS = 5 * 60_000;
const MEMBERSHIP = new Set([
  'system_join_channel', 'system_leave_channel', 'system_add_to_channel', 'system_remove_from_channel', 'system_join_team', 'system_leave_team',
  'system_add_to_team', 'system_remove_from_team', 'system_guest_join_channel', 'system_add_guest_to_chan', 'system_join_leave', 'system_add_remove',
]);

/** The lines of a list: posts with day lines, the line of new messages, and loaders where more can be had. */
export function buildRows(input: RowsInput): Row[] {
  const rows: Row[] = [input.is_oldest ? { kind: 'intro', key: 'intro' } : { kind: 'older', key: 'older' }];
  const cursor: Cursor = { day: '', before: undefined, is_new_drawn: input.new_after === 0 };
  for (const id of input.ids) {
    const post = input.posts[id];
    if (post) addPostRow(rows, cursor, post, input);
  }
  if (!input.is_newest) return [...rows, { kind: 'newer', key: 'newer' }];
  for (const pending of input.pending) addPendingRow(rows, cursor, pending, input.me);
  return rows;
}

/** How many of the listed posts are new to this person. */
export function countNew(ids: readonly Id[], posts: Readonly<Record<Id, Post>>, me: Id, new_after: Timestamp): number {
  return ids.reduce((count, id) => count + (isNew(posts[id], me, new_after) ? 1 : 0), 0);
}

/** A join, a leave or the like: several in a row are drawn as one line. */
export function isMembershipPost(post: Post): boolean {
  return MEMBERSHIP.has(post.type);
}

/** Written by the server about the channel, not by a person. */
export function isSystemPost(post: Post): boolean {
  return post.type.startsWith('system_') && post.type !== 'system_ephemeral' && post.type !== 'system_auto_responder';
}

type Author = { readonly author: string; readonly at: Timestamp };
type Cursor = { day: string; before: Author | undefined; is_new_drawn: boolean };

function addPostRow(rows: Row[], cursor: Cursor, post: Post, input: RowsInput): void {
  addDay(rows, cursor, post.create_at);
  if (!cursor.is_new_drawn && isNew(post, input.me, input.new_after)) {
    rows.push({ kind: 'new', key: 'new' });
    cursor.is_new_drawn = true;
    cursor.before = undefined;
  }
  if (isMembershipPost(post)) return addActivity(rows, cursor, post);
  const author = isSystemPost(post) ? undefined : { author: authorOf(post), at: post.create_at };
  rows.push({ kind: 'post', key: post.pending_post_id || post.id, id: post.id, is_grouped: isSameAuthor(cursor.before, author) && !post.metadata?.priority?.priority });
  cursor.before = author;
}

function addActivity(rows: Row[], cursor: Cursor, post: Post): void {
  const last = rows.at(-1);
  cursor.before = undefined;
  if (last?.kind === 'activity') rows[rows.length - 1] = { ...last, ids: [...last.ids, post.id] };
  else rows.push({ kind: 'activity', key: post.id, ids: [post.id] });
}

function addPendingRow(rows: Row[], cursor: Cursor, pending: PendingRow, me: Id): void {
  addDay(rows, cursor, pending.create_at);
  const author = { author: me, at: pending.create_at };
  rows.push({ kind: 'pending', key: pending.pending_post_id, pending_post_id: pending.pending_post_id, is_grouped: isSameAuthor(cursor.before, author) });
  cursor.before = author;
}

function addDay(rows: Row[], cursor: Cursor, at: Timestamp): void {
  const day = new Date(at).toDateString();
  if (day === cursor.day) return;
  cursor.day = day;
  cursor.before = undefined;
  rows.push({ kind: 'date', key: `date ${day}`, at });
}

function isNew(post: Post | undefined, me: Id, new_after: Timestamp): boolean {
  return post !== undefined && new_after > 0 && post.create_at > new_after && !post.delete_at && (post.user_id !== me || post.props.from_webhook === 'true');
}

function authorOf(post: Post): string {
  const marks = [post.props.from_webhook, post.props.override_username, post.type === 'system_ephemeral' ? 'only you' : ''];
  return [post.user_id, ...marks].filter(Boolean).join(' ');
}

function isSameAuthor(before: Author | undefined, author: Author | undefined): boolean {
  return before !== undefined && author !== undefined && before.author === author.author && author.at - before.at < GROUPED_WITHIN_MS;
}
