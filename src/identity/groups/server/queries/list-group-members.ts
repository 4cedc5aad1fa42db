import { z } from 'zod';
import { countUsers, findUsers, sanitizeListed } from '#identity/users/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { GroupMemberList } from '../../wire/index.ts';
import { readsGroup } from '../groups.permissions.ts';

export const listGroupMembers = query({
  name: 'list-group-members',
  summary: 'Lists the people of a group; guests get those whom they may know of.',
  input: z.object({ group_id: fields.id(), page: fields.page(), per_page: fields.perPage() }),
  permission: readsGroup,
  run: async (ctx, { group_id, page, per_page }): Promise<GroupMemberList> => {
    const filter = { scopes: { in_group: group_id }, is_active: true };
    const [users, total_member_count] = await Promise.all([findUsers(ctx, filter, { limit: per_page, offset: page * per_page }), countUsers(ctx, filter)]);
    return { members: users.map((user) => sanitizeListed(user, ctx)), total_member_count };
  },
});
