import { z } from 'zod';
import { groupIdsOf, peopleWithoutGroups } from '#identity/groups/server/feature.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, invalidBody, isId, query } from '#kernel/server/index.ts';

export const listChannelMembersWithoutGroups = query({
  name: 'list-channel-members-without-groups',
  summary: 'Lists who is in a channel and in none of some groups.',
  input: z.object({ channel_id: fields.id(), group_ids: z.string().default(''), page: fields.page(), per_page: fields.perPage(100) }),
  permission: inSystem('sysconsole_read_user_management_channels'),
  run: (ctx, { channel_id, group_ids, page, per_page }) => {
    const ids = groupIdsOf(group_ids);
    if (!ids.length || !ids.every(isId)) throw invalidBody('group_ids', 'Name the groups by their ids, separated by commas.');
    return peopleWithoutGroups(ctx, '(SELECT * FROM channel_members WHERE channel_id = $1) m', channel_id, ids, { limit: per_page, offset: page * per_page });
  },
});
