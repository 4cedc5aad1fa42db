import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { FileSearchResults } from '#messaging/files/wire/index.ts';
import type { PostList, PostSearchResults } from '#messaging/posts/wire/index.ts';

const SAVED_PAGE = 60;

function searchBody(terms: string) {
  return { terms, is_or_search: false, time_zone_offset: -new Date().getTimezoneOffset() * 60, include_deleted_channels: true, page: 0, per_page: 60 };
}

/** Messages of the team and of direct channels, newest first. */
export function searchPosts(team_id: Id, terms: string): Promise<PostSearchResults> {
  return api.post<PostSearchResults>(`/api/v4/teams/${team_id}/posts/search`, searchBody(terms));
}

export function searchFiles(team_id: Id, terms: string): Promise<FileSearchResults> {
  return api.post<FileSearchResults>(`/api/v4/teams/${team_id}/files/search`, searchBody(terms));
}

export function fetchPinned(channel_id: Id): Promise<PostList> {
  return api.get<PostList>(`/api/v4/channels/${channel_id}/pinned`);
}

/** Posts that the person keeps for later, newest first. */
export function fetchSaved(page: number): Promise<PostList> {
  return api.get<PostList>('/api/v4/users/me/posts/flagged', { page, per_page: SAVED_PAGE });
}
