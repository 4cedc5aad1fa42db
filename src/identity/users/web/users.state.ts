import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { User } from '#identity/users/wire/index.ts';
import { myUserId, useMyUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { wantUsername, wantUsers } from './users.missing.ts';

type UsersState = { by_id: Record<Id, User>; id_by_username: Record<string, Id> };

/** Everybody this page has heard of. */
export const usersStore = create<UsersState>(() => ({ by_id: {}, id_by_username: {} }));

export function receiveUsers(users: User[]): void {
  if (!users.length) return;
  usersStore.setState(({ by_id, id_by_username }) => {
    const next = { ...by_id };
    const names = { ...id_by_username };
    for (const user of users) {
      const known = by_id[user.id];
      if (known && known.username !== user.username) delete names[known.username];
      // Others see less of a person than the person does: what only we were told about ourselves stays.
      next[user.id] = user.id === myUserId() && known ? { ...known, ...user } : user;
      names[user.username] = user.id;
    }
    return { by_id: next, id_by_username: names };
  });
}

export function patchUser(user_id: Id, patch: Partial<User>): void {
  const user = usersStore.getState().by_id[user_id];
  if (user) receiveUsers([{ ...user, ...patch }]);
}

export function forgetUsers(): void {
  usersStore.setState({ by_id: {}, id_by_username: {} });
}

export function getUser(user_id: Id): User | undefined {
  return usersStore.getState().by_id[user_id];
}

/** A person by id; undefined until the profile is here. Asks for it when it is missing. */
export function useUser(user_id: Id): User | undefined {
  const user = usersStore((state) => state.by_id[user_id]);
  const is_missing = Boolean(user_id) && !user;
  useEffect(() => {
    if (is_missing) wantUsers([user_id]);
  }, [is_missing, user_id]);
  return user;
}

/** People by id, in this order, leaving out whom we do not know yet; asks for those. */
export function useUsers(user_ids: Id[]): User[] {
  const users = usersStore(useShallow((state) => user_ids.map((id) => state.by_id[id])));
  const missing = user_ids.filter((_, i) => !users[i]).join(' ');
  useEffect(() => {
    if (missing) wantUsers(missing.split(' '));
  }, [missing]);
  return useMemo(() => users.filter((user) => user !== undefined), [users]);
}

/** A person by user name (any case), e.g. of a mention; undefined if there is none or not known yet. */
export function useUserByUsername(username: string): User | undefined {
  const name = username.toLowerCase();
  const user = usersStore((state) => state.by_id[state.id_by_username[name] ?? '']);
  const is_missing = !user;
  useEffect(() => {
    if (is_missing) wantUsername(name);
  }, [is_missing, name]);
  return user;
}

/** The person at this page. Only inside the frame, where there always is one. */
export function useMe(): User {
  const user_id = useMyUserId();
  const me = usersStore((state) => state.by_id[user_id]);
  return me ?? nobody;
}

export function getMe(): User {
  return getUser(myUserId()) ?? nobody;
}

// Shown for the blink between the end of a session and the log-in page.
const nobody: User = {
  id: '', create_at: 0, update_at: 0, delete_at: 0, username: '', auth_service: '', email: '', nickname: '', first_name: '', last_name: '',
  position: '', roles: '', locale: 'en', timezone: null, disable_welcome_email: false,
};
