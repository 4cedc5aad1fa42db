import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { ChannelStats } from '../../wire/index.ts';
import { channelFigures } from '../channels.extensions.ts';
import { inChannel } from '../channels.permissions.ts';

export const getChannelStats = query({
  name: 'get-channel-stats',
  summary: 'How many members, guests, pinned posts and files a channel has.',
  input: z.object({ channel_id: fields.id(), exclude_files_count: fields.queryFlag() }),
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, exclude_files_count }): Promise<ChannelStats> => {
    const [counts, ...figures] = await Promise.all([
      ctx.db.one<{ member_count: number; guest_count: number }>(
        'SELECT count(*) AS member_count, count(*) FILTER (WHERE m.scheme_guest) AS guest_count FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = $1 AND u.delete_at = 0',
        [channel_id],
      ),
      ...ctx.app.all(channelFigures).map((ask) => ask(ctx.app, channel_id, { files: !exclude_files_count })),
    ]);
    return { channel_id, pinnedpost_count: 0, files_count: exclude_files_count ? -1 : 0, ...counts, ...Object.assign({}, ...figures) };
  },
});
