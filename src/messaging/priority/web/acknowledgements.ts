import { api, myUserId, parseJsonText, realtime, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { getPost, keepPosts } from '#messaging/posts/web/index.ts';
import type { Post, PostAcknowledgement, PostEvents } from '#messaging/posts/wire/index.ts';

/** How long one's own acknowledgement can be taken back. */
export const TAKE_BACK_MS = 5 * 60_000;

export function listenToAcknowledgements(): void {
  realtime.on<PostEvents['post_acknowledgement_added']>('post_acknowledgement_added', (data) => show(parseJsonText(data.acknowledgement), true));
  realtime.on<PostEvents['post_acknowledgement_removed']>('post_acknowledgement_removed', (data) => show(parseJsonText(data.acknowledgement), false));
}

/** Acknowledges a message; it shows at once. */
export function acknowledge(post: Post): void {
  const ack = { user_id: myUserId(), post_id: post.id, channel_id: post.channel_id, acknowledged_at: Date.now() };
  show(ack, true);
  api.post<PostAcknowledgement>(pathOf(post.id)).then((kept) => show(kept, true), (error: unknown) => {
    show(ack, false);
    toast.failure(error);
  });
}

export function takeBack(post: Post, ack: PostAcknowledgement): void {
  show(ack, false);
  api.delete(pathOf(post.id)).catch((error: unknown) => {
    show(ack, true);
    toast.failure(error);
  });
}

function pathOf(post_id: Id): string {
  return `/api/v4/users/me/posts/${post_id}/ack`;
}

function show(ack: PostAcknowledgement, is_added: boolean): void {
  const post = getPost(ack.post_id);
  if (!post) return;
  const others = (post.metadata?.acknowledgements ?? []).filter((one) => one.user_id !== ack.user_id);
  keepPosts([{ ...post, metadata: { ...post.metadata, acknowledgements: is_added ? [...others, ack] : others } }]);
}
