import { z } from 'zod';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, permissionError, query, userError } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { ids, pageOfTeam } from '../channels.fields.ts';
import { canSeeChannel } from '../channels.permissions.ts';
import { addMentions } from '../channels.present.ts';
import { channelColumns, readChannels, toWireChannel, type ChannelRow } from '../channels.store.ts';

const BY_NAME = 'ORDER BY lower(c.display_name), c.id';

export const listPublicChannels = query({
  name: 'list-public-channels',
  summary: 'The public channels of a team.',
  input: pageOfTeam,
  permission: inTeam('list_team_channels'),
  run: async (ctx, { team_id, page, per_page }) => {
    const rows = await ctx.db.rows<ChannelRow>(`SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND c.type = 'O' AND c.delete_at = 0 ${BY_NAME} LIMIT $2 OFFSET $3`, [team_id, per_page, page * per_page]);
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});

export const listPrivateChannels = query({
  name: 'list-private-channels',
  summary: 'The private channels of a team, for administrators.',
  input: pageOfTeam,
  permission: inSystem('manage_system'),
  run: async (ctx, { team_id, page, per_page }) => {
    const rows = await ctx.db.rows<ChannelRow>(`SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND c.type = 'P' AND c.delete_at = 0 ${BY_NAME} LIMIT $2 OFFSET $3`, [team_id, per_page, page * per_page]);
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});

export const listArchivedChannels = query({
  name: 'list-archived-channels',
  summary: 'The archived channels of a team: public ones and those one is in.',
  input: pageOfTeam,
  permission: inTeam('list_team_channels'),
  run: async (ctx, { team_id, page, per_page }) => {
    const sees_all = await hasPermission(ctx, 'manage_system');
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channels c
       WHERE c.team_id = $1 AND c.delete_at > 0 AND ($4 OR c.type = 'O' OR EXISTS (SELECT 1 FROM channel_members m WHERE m.channel_id = c.id AND m.user_id = $5)) ${BY_NAME} LIMIT $2 OFFSET $3`,
      [team_id, per_page, page * per_page, sees_all, ctx.actor.user_id],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});

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
