import { defineEvent, framesOf, toAll, toUser } from '#kernel/server/index.ts';
import type { Group, GroupEvents, GroupMember } from '../wire/index.ts';
import type { GroupTarget } from './groups.extensions.ts';

/** A group was made, changed, archived or restored. */
export const groupChanged = defineEvent<{ group: Group }>('group.changed');
export const groupMemberAdded = defineEvent<{ member: GroupMember }>('group-member.added');
export const groupMemberRemoved = defineEvent<{ member: GroupMember }>('group-member.removed');
/** A group fills a team or channel from now on. */
export const groupLinked = defineEvent<{ group_id: string; target: GroupTarget; syncable_id: string }>('group.linked');
export const groupUnlinked = defineEvent<{ group_id: string; target: GroupTarget; syncable_id: string }>('group.unlinked');

export const frames = [
  framesOf(groupChanged, ({ group }) => ({ event: 'received_group', data: { group: JSON.stringify(group) } satisfies GroupEvents['received_group'], ...toAll() })),
  framesOf(groupMemberAdded, ({ member }) => ({ event: 'group_member_add', data: { group_member: JSON.stringify(member) } satisfies GroupEvents['group_member_add'], ...toUser(member.user_id) })),
  framesOf(groupMemberRemoved, ({ member }) => ({ event: 'group_member_deleted', data: { group_member: JSON.stringify(member) } satisfies GroupEvents['group_member_deleted'], ...toUser(member.user_id) })),
  framesOf(groupLinked, ({ group_id, target, syncable_id }) => ({ event: `received_group_associated_to_${target.noun}`, data: { group_id }, ...target.audience(syncable_id) })),
  framesOf(groupUnlinked, ({ group_id, target, syncable_id }) => ({ event: `received_group_not_associated_to_${target.noun}`, data: { group_id }, ...target.audience(syncable_id) })),
];
