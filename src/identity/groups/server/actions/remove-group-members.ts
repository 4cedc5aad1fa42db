import { action } from '#kernel/server/index.ts';
import { tell } from '../change-group.ts';
import { groupMemberRemoved } from '../groups.events.ts';
import { demandCustom, onGroup, requireGroup } from '../groups.permissions.ts';
import { removeMembers } from '../groups.store.ts';
import { membersInput, peopleOf } from '../members-input.ts';

export const removeGroupMembers = action({
  name: 'remove-group-members',
  summary: 'Takes people out of a group that people made.',
  input: membersInput,
  permission: onGroup('manage_custom_group_members'),
  run: async (ctx, { group_id, user_ids }) => {
    demandCustom(await requireGroup(ctx, group_id));
    const members = await removeMembers(ctx.db, group_id, peopleOf(user_ids), ctx.now);
    for (const member of members) ctx.emit(groupMemberRemoved, { member });
    await tell(ctx, group_id);
    return members;
  },
});
