import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { byName, findNamed, seesNamed, showChannel } from '../find-channel.ts';

export const getChannelNamed = query({
  name: 'get-channel-by-name',
  summary: 'One channel of a team by its name.',
  input: z.object({ team_id: fields.id(), ...byName }),
  permission: seesNamed('checked on the channel found, since a hidden one must look like none'),
  run: async (ctx, { team_id, channel_name, include_deleted }) => showChannel(ctx, (await findNamed(ctx, team_id, channel_name, include_deleted)).id),
});
