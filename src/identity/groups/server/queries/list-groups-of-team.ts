import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { inTeam, requireTeam } from '#identity/teams/server/feature.ts';
import { anyOf, fields, query } from '#kernel/server/index.ts';
import { READ } from '../groups.permissions.ts';
import { groupListInput } from './group-filter.ts';
import { groupsOfTarget } from './groups-of-target.ts';

export const listGroupsOfTeam = query({
  name: 'list-groups-of-team',
  summary: 'Lists the groups that fill a team.',
  input: z.object({ team_id: fields.id(), ...groupListInput }),
  permission: anyOf(inTeam('list_team_channels'), inSystem(READ)),
  run: async (ctx, { team_id, ...asked }) => {
    await requireTeam(ctx, team_id);
    return groupsOfTarget(ctx, 'teams', team_id, asked);
  },
});
