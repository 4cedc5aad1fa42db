import { api } from '#kernel/web/index.ts';
import type { Id, StatusOK, Timestamp } from '#kernel/wire/index.ts';
import type { UserThread, UserThreads } from '#messaging/threads/wire/index.ts';

const path = (team_id: Id) => `/api/v4/users/me/teams/${team_id}/threads`;
export const THREADS_PAGE = 30;

/** Threads that the person follows, the one with the latest reply first. */
export function fetchThreads(team_id: Id, query: { unread?: boolean; before?: Id }): Promise<UserThreads> {
  return api.get<UserThreads>(path(team_id), { extended: false, deleted: false, per_page: THREADS_PAGE, unread: query.unread ?? false, before: query.before });
}

/** Only how many threads there are and how many of them are unread. */
export function fetchThreadTotals(team_id: Id): Promise<UserThreads> {
  return api.get<UserThreads>(path(team_id), { totalsOnly: true });
}

export function setFollowing(team_id: Id, thread_id: Id, is_following: boolean): Promise<StatusOK> {
  const following = `${path(team_id)}/${thread_id}/following`;
  return is_following ? api.put<StatusOK>(following) : api.delete<StatusOK>(following);
}

export function readThread(team_id: Id, thread_id: Id, until: Timestamp): Promise<UserThread> {
  return api.put<UserThread>(`${path(team_id)}/${thread_id}/read/${until}`);
}

export function readAllThreads(team_id: Id): Promise<StatusOK> {
  return api.put<StatusOK>(`${path(team_id)}/read`);
}
