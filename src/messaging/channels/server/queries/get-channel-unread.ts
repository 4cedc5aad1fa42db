import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { allOf, fields, query, userError } from '#kernel/server/index.ts';
import type { ChannelUnread } from '../../wire/index.ts';
import { inChannel } from '../channels.permissions.ts';

export const getChannelUnread = query({
  name: 'get-channel-unread',
  summary: 'What a member has not read of a channel.',
  input: z.object({ user_id: fields.id(), channel_id: fields.id() }),
  permission: allOf<{ user_id: string; channel_id: string }>(inChannel('read_channel'), selfOr('edit_other_users')),
  run: async (ctx, { user_id, channel_id }): Promise<ChannelUnread> => {
    const unread = await ctx.db.maybe<ChannelUnread>(
      `SELECT team_id, channel_id, CASE WHEN is_muted THEN 0 ELSE unread_count END AS msg_count, mention_count, mention_count_root, urgent_mention_count,
         CASE WHEN is_muted THEN 0 ELSE unread_count_root END AS msg_count_root
       FROM channel_member_counts WHERE channel_id = $1 AND user_id = $2`,
      [channel_id, user_id],
    );
    if (!unread) throw userError('app.channel.get_unread.app_error', 'This person is not a member of the channel.', 404);
    return unread;
  },
});
