import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { markActive } from '#identity/status/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import type { ChannelViewResponse } from '../../wire/index.ts';
import { seesThreads } from '../collapsed-threads.ts';
import { view } from '../mark-read.ts';

export const viewChannel = action({
  name: 'view-channel',
  summary: 'Opens a channel: it and the one before it count as read.',
  input: z.object({ user_id: fields.id(), channel_id: fields.optionalId().nullish(), prev_channel_id: fields.optionalId().nullish(), collapsed_threads_supported: z.boolean().nullish() }),
  permission: selfOr('edit_other_users'),
  unaudited: 'it happens with every look at a channel and changes nothing but what is unread',
  run: async (ctx, { user_id, channel_id, prev_channel_id, collapsed_threads_supported }): Promise<ChannelViewResponse> => {
    markActive(ctx.app, user_id, { channel_id: channel_id ?? '' });
    const viewed = [...new Set([channel_id, prev_channel_id].filter((id): id is string => !!id))];
    return { status: 'OK', last_viewed_at_times: await view(ctx, user_id, viewed, collapsed_threads_supported !== true || !(await seesThreads(ctx, user_id))) };
  },
});
