import { demandVisible, getUsers } from '#identity/users/server/feature.ts';
import { action, userError } from '#kernel/server/index.ts';
import { tell } from '../change-group.ts';
import { groupMemberAdded } from '../groups.events.ts';
import { demandCustom, onGroup, requireGroup } from '../groups.permissions.ts';
import { addMembers } from '../groups.store.ts';
import { membersInput, peopleOf } from '../members-input.ts';

export const addGroupMembers = action({
  name: 'add-group-members',
  summary: 'Brings people into a group that people made.',
  input: membersInput,
  permission: onGroup('manage_custom_group_members'),
  run: async (ctx, { group_id, user_ids }) => {
    const group = await requireGroup(ctx, group_id);
    demandCustom(group);
    if (group.delete_at) throw userError('app.group.id.app_error', 'The group is archived. Restore it first.');
    const ids = peopleOf(user_ids);
    if ((await getUsers(ctx.app, ids)).size < ids.length) throw userError('app.group.no_rows', 'Somebody named in user_ids has no account.', 404);
    for (const id of ids) await demandVisible(ctx, id);
    const members = await addMembers(ctx.db, group_id, ids, ctx.now);
    for (const member of members) ctx.emit(groupMemberAdded, { member });
    await tell(ctx, group_id);
    return members;
  },
});
