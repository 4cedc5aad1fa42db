import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, invalidBody, isId, query } from '#kernel/server/index.ts';
import { READ } from '../groups.permissions.ts';
import { groupIdsOf, peopleWithoutGroups } from './people-without-groups.ts';

export const listTeamMembersWithoutGroups = query({
  name: 'list-team-members-without-groups',
  summary: 'Lists who is in a team and in none of some groups.',
  input: z.object({ team_id: fields.id(), group_ids: z.string().default(''), page: fields.page(), per_page: fields.perPage(100) }),
  permission: inSystem(READ),
  run: (ctx, { team_id, group_ids, page, per_page }) => {
    const ids = groupIdsOf(group_ids);
    if (!ids.length || !ids.every(isId)) throw invalidBody('group_ids', 'Name the groups by their ids, separated by commas.');
    return peopleWithoutGroups(ctx, '(SELECT * FROM team_members WHERE team_id = $1 AND delete_at = 0) m', team_id, ids, { limit: per_page, offset: page * per_page });
  },
});
