import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import type { ChannelViewResponse } from '../../wire/index.ts';
import { ids } from '../channels.fields.ts';
import { canReadChannel } from '../channels.permissions.ts';
import { view } from '../mark-read.ts';

export const markChannelsRead = action({
  name: 'mark-channels-read',
  summary: 'Makes channels count as read.',
  input: z.object({ user_id: fields.id(), channel_ids: ids(10_000) }),
  permission: selfOr('edit_other_users'),
  unaudited: 'it changes nothing but what is unread',
  run: async (ctx, { user_id, channel_ids }): Promise<ChannelViewResponse> => {
    const readable = await Promise.all(channel_ids.map((id) => canReadChannel(ctx, id)));
    return { status: 'OK', last_viewed_at_times: await view(ctx, user_id, channel_ids.filter((_, i) => readable[i]), false) };
  },
});
