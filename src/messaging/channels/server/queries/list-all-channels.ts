import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { DEFAULT_NAMES, listsChannels, pageOfChannels } from '../all-channels.ts';

export const listAllChannels = query({
  name: 'list-all-channels',
  summary: 'Every public and private channel of the server, for administrators.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), include_deleted: fields.queryFlag(), exclude_default_channels: fields.queryFlag(), include_total_count: fields.queryFlag() }),
  permission: listsChannels,
  run: async (ctx, { page, per_page, include_deleted, exclude_default_channels, include_total_count }) => {
    const where = `c.type IN ('O', 'P') AND ($1 OR c.delete_at = 0) AND c.name <> ALL($2)`;
    const params = [include_deleted, exclude_default_channels ? DEFAULT_NAMES : []];
    return pageOfChannels(ctx, where, params, page, per_page, include_total_count);
  },
});
