import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { changeChannel } from '../change-channel.ts';
import { checked, mayChange, shown, texts } from '../channel-texts.ts';
import { optionalText } from '../channels.fields.ts';
import { requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';

export const updateChannel = action({
  name: 'update-channel',
  summary: 'Changes all texts of a channel.',
  input: z.object({ channel_id: fields.id(), ...texts, type: optionalText() }),
  permission: mayChange,
  run: async (ctx, { channel_id, type, ...change }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (type && type !== channel.type) throw userError('api.channel.update_channel.typechange.app_error', 'The type of a channel is changed by a call of its own.');
    const kept = { ...change, display_name: change.display_name || undefined, name: change.name || undefined, header: change.header ?? '', purpose: change.purpose ?? '' };
    return shown(ctx, await changeChannel(ctx, channel, checked(channel, isOfTeam(channel) ? kept : { ...kept, purpose: undefined }, 'update_channel')));
  },
});
