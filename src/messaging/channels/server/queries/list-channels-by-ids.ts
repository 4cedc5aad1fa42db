import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, permissionError, query, userError } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { ids } from '../channels.fields.ts';
import { canSeeChannel } from '../channels.permissions.ts';
import { addMentions } from '../channels.present.ts';
import { readChannels } from '../channels.store.ts';

export const listChannelsByIds = query({
  name: 'list-channels-by-ids',
  summary: 'Some channels of a team.',
  input: z.object({ team_id: fields.id(), channel_ids: ids(1_000) }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, channel_ids }): Promise<Channel[]> => {
    if (!channel_ids.length) throw userError('api.context.invalid_body_param.app_error', 'Give the ids of the channels in the body.');
    const found = await readChannels(ctx.db, channel_ids);
    const channels = [...found.values()].filter((c) => c.team_id === team_id && !c.delete_at).sort((a, b) => (a.display_name < b.display_name ? -1 : 1));
    if (!channels.length) throw userError('app.channel.get_channels_by_ids.not_found.app_error', 'None of these channels is in the team.', 404);
    for (const channel of channels) if (!(await canSeeChannel(ctx, channel))) throw permissionError(ctx.actor.user_id, ['read_channel']);
    return addMentions(ctx.app, channels);
  },
});
