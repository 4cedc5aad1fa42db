import { z } from 'zod';
import { getTeamByName } from '#identity/teams/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import { byName, findNamed, seesNamed, showChannel } from '../find-channel.ts';

export const getChannelByBothNames = query({
  name: 'get-channel-by-both-names',
  summary: "One channel by its team's name and its own.",
  input: z.object({ team_name: fields.text(80), ...byName }),
  permission: seesNamed('checked on the channel found, since a hidden one must look like none'),
  run: async (ctx, { team_name, channel_name, include_deleted }) => {
    const team = await getTeamByName(ctx.app, team_name);
    if (!team) throw userError('app.team.get_by_name.missing.app_error', 'There is no team of this name.', 404);
    return showChannel(ctx, (await findNamed(ctx, team.id, channel_name, include_deleted)).id);
  },
});
