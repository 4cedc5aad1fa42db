import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import type { ChannelMember } from '../../wire/index.ts';
import { readMembersByIds } from '../channel-members.store.ts';
import { ids } from '../channels.fields.ts';
import { inChannel } from '../channels.permissions.ts';
import { showMember } from '../channels.present.ts';

export const listChannelMembersByIds = query({
  name: 'list-channel-members-by-ids',
  summary: 'Some members of a channel.',
  input: z.object({ channel_id: fields.id(), user_ids: ids(10_000) }),
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, user_ids }): Promise<ChannelMember[]> => {
    if (!user_ids.length) throw userError('api.context.invalid_body_param.app_error', 'Give the ids of the members in the body.');
    return (await readMembersByIds(ctx.db, channel_id, user_ids)).map((member) => showMember(ctx, member));
  },
});
