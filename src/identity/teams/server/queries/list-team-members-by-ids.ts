import { z } from 'zod';
import { visibleOf } from '#identity/users/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import { readMembersByIds } from '../team-members.store.ts';
import { inTeam } from '../teams.permissions.ts';

export const listTeamMembersByIds = query({
  name: 'list-team-members-by-ids',
  summary: 'Some members of a team.',
  input: z.object({ team_id: fields.id(), user_ids: z.array(fields.id()).max(10_000) }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, user_ids }) => {
    if (!user_ids.length) throw userError('api.context.invalid_body_param.app_error', 'Give the ids of the members in the body.');
    const visible = await visibleOf(ctx, user_ids);
    return readMembersByIds(ctx.db, team_id, user_ids.filter((id) => visible.has(id)));
  },
});
