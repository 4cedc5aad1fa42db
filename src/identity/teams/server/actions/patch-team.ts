import { z } from 'zod';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { changeTeam } from '../change-team.ts';
import { optionalFlag, optionalText } from '../teams.fields.ts';
import { inTeam, showTeam } from '../teams.permissions.ts';

export const patchTeam = action({
  name: 'patch-team',
  summary: 'Changes what is given of a team.',
  input: z.object({ team_id: fields.id(), display_name: optionalText(), description: optionalText(), company_name: optionalText(), allowed_domains: optionalText(), allow_open_invite: optionalFlag(), group_constrained: optionalFlag() }),
  permission: allOf(inTeam('manage_team'), inTeam('invite_user')),
  run: async (ctx, { team_id, ...change }) => showTeam(ctx, await changeTeam(ctx, team_id, change)),
});
