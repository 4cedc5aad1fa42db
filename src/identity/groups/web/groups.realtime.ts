import type { GroupEvents } from '#identity/groups/wire/index.ts';
import { myUserId, parseJsonText, realtime } from '#kernel/web/index.ts';
import { fetchMyGroups } from './groups.client.ts';
import { receiveGroups } from './groups.state.ts';

export function listenToGroups(): void {
  realtime.on<GroupEvents['received_group']>('received_group', (data) => receiveGroups([parseJsonText(data.group)]));
  const followMine = (member: { user_id: string }): void => {
    if (member.user_id === myUserId()) void fetchMyGroups().catch(() => undefined);
  };
  realtime.on<GroupEvents['group_member_add']>('group_member_add', (data) => followMine(parseJsonText(data.group_member)));
  realtime.on<GroupEvents['group_member_deleted']>('group_member_deleted', (data) => followMine(parseJsonText(data.group_member)));
}
