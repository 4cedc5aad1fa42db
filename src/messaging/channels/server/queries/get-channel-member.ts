import { query } from '#kernel/server/index.ts';
import type { ChannelMember } from '../../wire/index.ts';
import { readMember } from '../channel-members.store.ts';
import { missingMember } from '../channel-members.ts';
import { memberInput } from '../channels.fields.ts';
import { inChannel } from '../channels.permissions.ts';
import { showMember } from '../channels.present.ts';

export const getChannelMember = query({
  name: 'get-channel-member',
  summary: 'One member of a channel.',
  input: memberInput,
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, user_id }): Promise<ChannelMember> => {
    const member = await readMember(ctx.db, channel_id, user_id);
    if (!member) throw missingMember();
    return showMember(ctx, member);
  },
});
