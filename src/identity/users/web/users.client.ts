import type { CustomStatus } from '#identity/status/wire/index.ts';
import type { User, UserAutocomplete, UserPatch } from '#identity/users/wire/index.ts';
import { api, myUserId, type ApiError } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { getUser, patchUser, receiveUsers, usersStore } from './users.state.ts';

export async function fetchMe(): Promise<User> {
  const me = await api.get<User>('/api/v4/users/me');
  receiveUsers([me]);
  return me;
}

/** Changes one's own profile. Throws ApiError. */
export async function patchMe(patch: UserPatch): Promise<User> {
  const me = await api.put<User>('/api/v4/users/me/patch', patch);
  receiveUsers([me]);
  return me;
}

export async function uploadMyPicture(image: Blob): Promise<void> {
  const form = new FormData();
  form.set('image', image, 'picture.png');
  await api.upload('/api/v4/users/me/image', form);
  patchUser(myUserId(), { last_picture_update: Date.now() });
}

export async function deleteMyPicture(): Promise<void> {
  await api.delete('/api/v4/users/me/image');
  patchUser(myUserId(), { last_picture_update: 0 });
}

/** People whose names begin with the text; with a team those of the team, with a channel first those in it. */
export async function autocompleteUsers(name: string, scope: { team_id?: Id; channel_id?: Id; limit?: number } = {}): Promise<UserAutocomplete> {
  const found = await api.get<UserAutocomplete>('/api/v4/users/autocomplete', { name, in_team: scope.team_id, in_channel: scope.channel_id, limit: scope.limit ?? 25 });
  receiveUsers([...(found.users ?? []), ...(found.out_of_channel ?? [])]);
  return { users: found.users ?? [], out_of_channel: found.out_of_channel ?? [] };
}

/** People of a team, channel or the whole server, by user name. */
export async function fetchUsers(query: { in_team?: Id; in_channel?: Id; not_in_channel?: Id; page?: number; per_page?: number; active?: boolean }): Promise<User[]> {
  const users = await api.get<User[]>('/api/v4/users', query);
  receiveUsers(users);
  return users;
}

export type UserScope = { team_id?: Id; not_in_team_id?: Id; not_in_channel_id?: Id };

/** Active people whose names begin with the text, e.g. those of a team who are not in a channel. */
export async function searchUsers(term: string, scope: UserScope): Promise<User[]> {
  const per_page = 50;
  // The search wants a text; without one the list of the same people will do.
  const users = term
    ? await api.post<User[]>('/api/v4/users/search', { term, limit: per_page, ...scope })
    : await api.get<User[]>('/api/v4/users', { in_team: scope.team_id, not_in_team: scope.not_in_team_id, not_in_channel: scope.not_in_channel_id, per_page, active: true });
  receiveUsers(users);
  return users.filter((user) => user.delete_at === 0);
}

/** A person by user name from memory or from the server; null if there is none. */
export async function findUserByUsername(username: string): Promise<User | null> {
  const known = getUser(usersStore.getState().id_by_username[username] ?? '');
  if (known) return known;
  try {
    const user = await api.get<User>(`/api/v4/users/username/${encodeURIComponent(username)}`);
    receiveUsers([user]);
    return user;
  } catch (error) {
    if ((error as ApiError).status_code === 404 || (error as ApiError).status_code === 400) return null;
    throw error;
  }
}

/** Sets one's own custom status. Throws ApiError. */
export async function setCustomStatus(status: CustomStatus): Promise<void> {
  await api.put('/api/v4/users/me/status/custom', status);
  const me = getUser(myUserId());
  patchUser(myUserId(), { props: { ...me?.props, customStatus: JSON.stringify(status) } });
}

export async function clearCustomStatus(): Promise<void> {
  await api.delete('/api/v4/users/me/status/custom');
  const me = getUser(myUserId());
  patchUser(myUserId(), { props: { ...me?.props, customStatus: '' } });
}
