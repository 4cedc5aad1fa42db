import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import type { Post, PostPriority } from '#messaging/posts/wire/index.ts';

/** A message on its way. It stays here until the server has it, or until the person throws it away. */
export type Outgoing = {
  readonly pending_post_id: string;
  readonly user_id: Id;
  readonly channel_id: Id;
  readonly root_id: Id;
  readonly message: string;
  readonly files: readonly FileInfo[];
  readonly priority?: PostPriority | null;
  readonly create_at: Timestamp;
  /** `failed`: the server refused it, only the person can go on. */
  readonly status: 'queued' | 'sending' | 'failed';
  readonly reason: string;
};

/** What may leave now: of each channel the oldest message, unless one is already under way. Order is kept within a channel. */
export function nextToSend(outbox: readonly Outgoing[]): Outgoing[] {
  const seen = new Set<Id>();
  return outbox.filter((one) => {
    if (one.status === 'failed' || seen.has(one.channel_id)) return false;
    seen.add(one.channel_id);
    return one.status === 'queued';
  });
}

/** The outbox without the message that has become this post. */
export function withoutArrived(outbox: readonly Outgoing[], post: Post): readonly Outgoing[] {
  return outbox.some((one) => one.pending_post_id === post.pending_post_id) ? outbox.filter((one) => one.pending_post_id !== post.pending_post_id) : outbox;
}

/** The outbox as it goes on after the page was loaded anew: what was under way is sent again, the server knows its pending id. */
export function readOutbox(text: string | null, user_id: Id): Outgoing[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((one): one is Outgoing => one?.user_id === user_id && typeof one.message === 'string').map((one) => ({ ...one, status: one.status === 'failed' ? 'failed' : 'queued' }));
  } catch {
    return [];
  }
}
