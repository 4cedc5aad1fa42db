import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { requireScheme } from '#identity/schemes/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import { BY_NAME, channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

export const listChannelsOfScheme = query({
  name: 'list-channels-of-scheme',
  summary: 'Lists the channels that follow a scheme.',
  input: z.object({ scheme_id: fields.id(), page: fields.page(), per_page: fields.perPage() }),
  permission: inSystem('sysconsole_read_user_management_channels'),
  run: async (ctx, { scheme_id, page, per_page }) => {
    if ((await requireScheme(ctx, scheme_id)).scope !== 'channel') throw userError('api.scheme.get_channels_for_scheme.scope.error', 'Only schemes of the scope channel have channels.');
    const rows = await ctx.db.rows<ChannelRow>(`SELECT ${channelColumns('c')} FROM channels c WHERE c.scheme_id = $1 ${BY_NAME} LIMIT $2 OFFSET $3`, [scheme_id, per_page, page * per_page]);
    return rows.map(toWireChannel);
  },
});
