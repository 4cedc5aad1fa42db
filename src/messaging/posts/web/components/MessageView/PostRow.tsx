import type { ReactNode } from 'react';
import type { Id } from '#kernel/wire/index.ts';
import { outboxState } from '../../outbox.state.ts';
import { usePost } from '../../posts.state.ts';
import { PendingPost } from '../Post/PendingPost.tsx';
import { PostView } from '../Post/PostView.tsx';
import { PostToolbar } from '../PostToolbar/PostToolbar.tsx';

type PostRowProps = { post_id: Id; place: 'channel' | 'thread'; is_grouped: boolean; is_focused?: boolean; is_active: boolean; hold: (is_held: boolean) => void };

/** A post of a list, with its toolbar while it is active. */
export function PostRow({ post_id, place, is_grouped, is_focused = false, is_active, hold }: PostRowProps): ReactNode {
  const post = usePost(post_id);
  if (!post) return null;
  return <PostView post={post} place={place} is_grouped={is_grouped} is_focused={is_focused} toolbar={is_active ? <PostToolbar post={post} place={place} on_hold={hold} /> : undefined} />;
}

/** A message of the outbox. */
export function PendingRowView({ pending_post_id, is_grouped }: { pending_post_id: string; is_grouped: boolean }): ReactNode {
  const message = outboxState((state) => state.outbox.find((one) => one.pending_post_id === pending_post_id));
  return message ? <PendingPost message={message} is_grouped={is_grouped} /> : null;
}
