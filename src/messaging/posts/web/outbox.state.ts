import { useMemo } from 'react';
import { create } from 'zustand';
import { failureText, isUnreachable, myUserId, realtimeState } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import type { Post, PostPriority } from '#messaging/posts/wire/index.ts';
import { nextToSend, readOutbox, withoutArrived, type Outgoing } from './outbox.rules.ts';
import { receivePosted } from './posts.changes.ts';
import { createPost } from './posts.client.ts';
import { postsState } from './posts.state.ts';

/** Messages that have not arrived yet, oldest first. */
export const outboxState = create<{ readonly outbox: readonly Outgoing[] }>(() => ({ outbox: [] }));

const RETRY_FIRST_MS = 2000;
const RETRY_MAX_MS = 30_000;
let retry_timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let last_at = 0;
let resumed_for: Id = '';

/** Puts a message into the outbox; it shows at once and leaves as soon as it can. */
export function sendMessage(channel_id: Id, root_id: Id, message: string, files: readonly FileInfo[], priority: PostPriority | null = null): void {
  // Pending ids are times: two in one millisecond must differ.
  last_at = Math.max(Date.now(), last_at + 1);
  const user_id = myUserId();
  add({ pending_post_id: `${user_id}:${last_at}`, user_id, channel_id, root_id, message, files, priority, create_at: last_at, status: 'queued', reason: '' });
  pump();
}

/** Tries a refused message again. */
export function retryMessage(pending_post_id: string): void {
  patch(pending_post_id, { status: 'queued', reason: '' });
  pump();
}

/** Throws an unsent message away and answers what it said. */
export function discardMessage(pending_post_id: string): Outgoing | undefined {
  const found = outboxState.getState().outbox.find((one) => one.pending_post_id === pending_post_id);
  keep(outboxState.getState().outbox.filter((one) => one !== found));
  return found;
}

/** A post came in: if it is one of ours, its message is no longer pending. */
export function settleMessage(post: Post): void {
  keep(withoutArrived(outboxState.getState().outbox, post));
}

export function usePending(channel_id: Id, root_id: Id): readonly Outgoing[] {
  const outbox = outboxState((state) => state.outbox);
  return useMemo(() => outbox.filter((one) => one.channel_id === channel_id && one.root_id === root_id), [outbox, channel_id, root_id]);
}

/** Goes on with what this browser kept for the person, and again whenever the connection comes back. */
export function resumeOutbox(): void {
  if (resumed_for === myUserId()) return pump();
  resumed_for = myUserId();
  outboxState.setState({ outbox: readOutbox(localStorage.getItem(storageName()), myUserId()) });
  pump();
}

export function watchConnection(): void {
  realtimeState.subscribe((state, before) => {
    if (state.status === 'online' && before.status !== 'online') pump();
  });
}

export function forgetOutbox(): void {
  clearTimeout(retry_timer);
  resumed_for = '';
  outboxState.setState({ outbox: [] });
}

function pump(): void {
  clearTimeout(retry_timer);
  for (const one of nextToSend(outboxState.getState().outbox)) void send(one);
}

async function send(one: Outgoing): Promise<void> {
  patch(one.pending_post_id, { status: 'sending' });
  const { channel_id, root_id, message, pending_post_id, priority } = one;
  try {
    const post = await createPost({ channel_id, root_id, message, pending_post_id, file_ids: one.files.map((file) => file.id), ...(priority && { metadata: { priority } }) });
    failures = 0;
    arrive({ ...post, pending_post_id });
    pump();
  } catch (error) {
    const is_temporary = isUnreachable(error);
    patch(pending_post_id, is_temporary ? { status: 'queued' } : { status: 'failed', reason: failureText(error) });
    if (is_temporary) retry_timer = setTimeout(pump, Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** failures++));
    else pump();
  }
}

// The post enters the list in the same moment in which its message leaves the outbox.
function arrive(post: Post): void {
  postsState.setState((state) => receivePosted(state, post));
  settleMessage(post);
}

function add(one: Outgoing): void {
  keep([...outboxState.getState().outbox, one]);
}

function patch(pending_post_id: string, values: Partial<Outgoing>): void {
  keep(outboxState.getState().outbox.map((one) => (one.pending_post_id === pending_post_id ? { ...one, ...values } : one)));
}

function keep(outbox: readonly Outgoing[]): void {
  if (outbox === outboxState.getState().outbox) return;
  outboxState.setState({ outbox });
  try {
    if (outbox.length) localStorage.setItem(storageName(), JSON.stringify(outbox));
    else localStorage.removeItem(storageName());
  } catch {
    // A full or forbidden store: the message lives as long as this page.
  }
}

function storageName(): string {
  return `muster.outbox.${myUserId()}`;
}
