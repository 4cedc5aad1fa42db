import { api } from '#kernel/web/index.ts';
import type { Id, StatusOK, Timestamp } from '#kernel/wire/index.ts';
import type { ChannelUnreadAt } from '#messaging/channels/wire/index.ts';
import type { Post, PostList, PostPatch } from '#messaging/posts/wire/index.ts';

export const PAGE_SIZE = 60;
/** More changes than this are not sent: the channel must be loaded anew. */
export const SINCE_MAX = 1000;

// Threads are collapsed: channels list roots, and roots know their replies' count and people.
const COLLAPSED = { collapsedThreads: true, collapsedThreadsExtended: false };

export function fetchAroundUnread(channel_id: Id): Promise<PostList> {
  return api.get<PostList>(`/api/v4/users/me/channels/${channel_id}/posts/unread`, { ...COLLAPSED, skipFetchThreads: true, limit_before: PAGE_SIZE / 2, limit_after: PAGE_SIZE });
}

export function fetchNewest(channel_id: Id): Promise<PostList> {
  return api.get<PostList>(`/api/v4/channels/${channel_id}/posts`, { ...COLLAPSED, skipFetchThreads: true, page: 0, per_page: PAGE_SIZE });
}

export function fetchBefore(channel_id: Id, before: Id, per_page = PAGE_SIZE): Promise<PostList> {
  return api.get<PostList>(`/api/v4/channels/${channel_id}/posts`, { ...COLLAPSED, skipFetchThreads: true, before, page: 0, per_page });
}

export function fetchAfter(channel_id: Id, after: Id, per_page = PAGE_SIZE): Promise<PostList> {
  return api.get<PostList>(`/api/v4/channels/${channel_id}/posts`, { ...COLLAPSED, skipFetchThreads: true, after, page: 0, per_page });
}

/** The posts before and after one. */
export function fetchAround(channel_id: Id, post_id: Id): Promise<[PostList, PostList]> {
  return Promise.all([fetchBefore(channel_id, post_id, PAGE_SIZE / 2), fetchAfter(channel_id, post_id, PAGE_SIZE / 2)]);
}

/** Posts that were written, changed or deleted after this time. */
export function fetchSince(channel_id: Id, since: Timestamp): Promise<PostList> {
  return api.get<PostList>(`/api/v4/channels/${channel_id}/posts`, { ...COLLAPSED, skipFetchThreads: true, since });
}

export function fetchPost(post_id: Id): Promise<Post> {
  return api.get<Post>(`/api/v4/posts/${post_id}`);
}

/** A root and all its replies. */
export function fetchThread(root_id: Id): Promise<PostList> {
  return api.get<PostList>(`/api/v4/posts/${root_id}/thread`, COLLAPSED);
}

/** A repeated call with the same pending id is answered with the post that the first one made. */
export function createPost(post: Pick<Post, 'channel_id' | 'root_id' | 'message' | 'pending_post_id' | 'file_ids' | 'metadata'>): Promise<Post> {
  return api.post<Post>('/api/v4/posts', post);
}

export function patchPost(post_id: Id, patch: PostPatch): Promise<Post> {
  return api.put<Post>(`/api/v4/posts/${post_id}/patch`, patch);
}

export function deletePost(post_id: Id): Promise<StatusOK> {
  return api.delete<StatusOK>(`/api/v4/posts/${post_id}`);
}

export function setPinned(post_id: Id, is_pinned: boolean): Promise<StatusOK> {
  return api.post<StatusOK>(`/api/v4/posts/${post_id}/${is_pinned ? 'pin' : 'unpin'}`);
}

/** All from this post on becomes unread. */
export function setUnread(post_id: Id): Promise<ChannelUnreadAt> {
  return api.post<ChannelUnreadAt>(`/api/v4/users/me/posts/${post_id}/set_unread`, { collapsed_threads_supported: true });
}

/** Tells the integration behind a button or menu of a message that somebody used it. */
export function doPostAction(post_id: Id, action_id: string, selected_option?: string, cookie?: string): Promise<{ status: string; trigger_id: string }> {
  return api.post(`/api/v4/posts/${post_id}/actions/${encodeURIComponent(action_id)}`, { selected_option: selected_option ?? '', cookie: cookie ?? '' });
}

/** Earlier versions of an edited post, newest first. */
export function fetchEditHistory(post_id: Id): Promise<Post[]> {
  return api.get<Post[]>(`/api/v4/posts/${post_id}/edit_history`);
}

export function runCommand(channel_id: Id, team_id: Id, root_id: Id, command: string): Promise<{ goto_location?: string; response_type?: string; text?: string; trigger_id?: string }> {
  return api.post('/api/v4/commands/execute', { channel_id, team_id, root_id, command });
}
