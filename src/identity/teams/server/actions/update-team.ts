import { z } from 'zod';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { changeTeam } from '../change-team.ts';
import { looseFlag, looseText } from '../teams.fields.ts';
import { inTeam, showTeam } from '../teams.permissions.ts';

export const updateTeam = action({
  name: 'update-team',
  summary: 'Changes all texts of a team; its name stays.',
  input: z.object({ team_id: fields.id(), display_name: looseText(), description: looseText(), company_name: looseText(), allowed_domains: looseText(), allow_open_invite: looseFlag() }),
  permission: allOf(inTeam('manage_team'), inTeam('invite_user')),
  run: async (ctx, { team_id, ...change }) => showTeam(ctx, await changeTeam(ctx, team_id, change)),
});
