import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { ChannelStats } from '../../wire/index.ts';
import { memberCountsOf } from '../channels.cache.ts';
import { channelFigures } from '../channels.extensions.ts';
import { inChannel } from '../channels.permissions.ts';

export const getChannelStats = query({
  name: 'get-channel-stats',
  summary: 'How many members, guests, pinned posts and files a channel has.',
  input: z.object({ channel_id: fields.id(), exclude_files_count: fields.queryFlag() }),
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, exclude_files_count }): Promise<ChannelStats> => {
    const [counts, ...figures] = await Promise.all([
      memberCountsOf(ctx.app, [channel_id]),
      ...ctx.app.all(channelFigures).map((ask) => ask(ctx.app, channel_id, { files: !exclude_files_count })),
    ]);
    return { channel_id, pinnedpost_count: 0, files_count: exclude_files_count ? -1 : 0, ...counts.get(channel_id)!, ...Object.assign({}, ...figures) };
  },
});
