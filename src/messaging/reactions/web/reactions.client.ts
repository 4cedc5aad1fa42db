import { api, myUserId } from '#kernel/web/index.ts';
import type { Id, StatusOK } from '#kernel/wire/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';

export function addReaction(post_id: Id, emoji_name: string): Promise<Reaction> {
  return api.post<Reaction>('/api/v4/reactions', { user_id: myUserId(), post_id, emoji_name });
}

export function removeReaction(post_id: Id, emoji_name: string): Promise<StatusOK> {
  return api.delete<StatusOK>(`/api/v4/users/me/posts/${post_id}/reactions/${encodeURIComponent(emoji_name)}`);
}
