import type { UserEvents } from '#identity/users/wire/index.ts';
import { myUserId, realtime } from '#kernel/web/index.ts';
import { fetchMe } from './users.client.ts';
import { onFetched } from './users.missing.ts';
import { getUser, patchUser, receiveUsers } from './users.state.ts';

export function listenToUsers(): void {
  onFetched(receiveUsers);
  realtime.on<UserEvents['user_updated']>('user_updated', ({ user }) => {
    // The picture of somebody unknown is of no use until they are on the screen.
    if (getUser(user.id)) receiveUsers([user]);
  });
  realtime.on<UserEvents['user_role_updated']>('user_role_updated', ({ user_id, roles }) => {
    patchUser(user_id, { roles });
    if (user_id === myUserId()) void fetchMe().catch(() => undefined);
  });
}
