import { demandVisible } from '#identity/users/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { readMember } from '../team-members.store.ts';
import { missingMember } from '../team-members.ts';
import { teamMemberInput } from '../teams.fields.ts';
import { inTeam } from '../teams.permissions.ts';

export const getTeamMember = query({
  name: 'get-team-member',
  summary: 'One member of a team.',
  input: teamMemberInput,
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, user_id }) => {
    await demandVisible(ctx, user_id);
    const member = await readMember(ctx.db, team_id, user_id);
    if (!member) throw missingMember();
    return member;
  },
});
