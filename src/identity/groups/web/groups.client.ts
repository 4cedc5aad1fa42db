import type { Group, GroupMemberList } from '#identity/groups/wire/index.ts';
import { receiveUsers } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { receiveGroups, receiveMyGroups } from './groups.state.ts';

/** Groups that can be mentioned and whose names fit the text. */
export async function searchGroups(text: string, options: { per_page?: number; is_archived?: boolean } = {}): Promise<Group[]> {
  const { per_page = 60, is_archived = false } = options;
  const groups = await api.get<Group[]>('/api/v4/groups', { q: text, per_page, filter_allow_reference: true, include_member_count: true, filter_archived: is_archived || undefined });
  receiveGroups(groups);
  return groups;
}

export async function fetchMyGroups(): Promise<void> {
  receiveMyGroups(await api.get<Group[]>('/api/v4/users/me/groups'));
}

export async function fetchGroupMembers(group_id: Id): Promise<User[]> {
  const { members } = await api.get<GroupMemberList>(`/api/v4/groups/${group_id}/members`, { per_page: 200 });
  receiveUsers(members);
  return members;
}

export type GroupForm = { display_name: string; name: string; description: string };

/** Makes a group. Throws ApiError. */
export async function createGroup(form: GroupForm, user_ids: Id[]): Promise<Group> {
  const group = await api.post<Group>('/api/v4/groups', { ...form, source: 'custom', allow_reference: true, user_ids });
  receiveGroups([group]);
  return group;
}

export async function patchGroup(id: Id, form: GroupForm): Promise<void> {
  receiveGroups([await api.put<Group>(`/api/v4/groups/${id}/patch`, form)]);
}

/** Brings people in and takes others out, so that these are in the group. */
export async function setGroupMembers(id: Id, before: readonly User[], after: readonly User[]): Promise<void> {
  const ids = (people: readonly User[]) => new Set(people.map((user) => user.id));
  const [was, is] = [ids(before), ids(after)];
  const [come, gone] = [[...is].filter((one) => !was.has(one)), [...was].filter((one) => !is.has(one))];
  if (come.length) await api.post(`/api/v4/groups/${id}/members`, { user_ids: come });
  if (gone.length) await api.delete(`/api/v4/groups/${id}/members`, { user_ids: gone });
}

export async function archiveGroup(id: Id): Promise<void> {
  await api.delete(`/api/v4/groups/${id}`);
}

export async function restoreGroup(id: Id): Promise<void> {
  await api.post(`/api/v4/groups/${id}/restore`);
}
