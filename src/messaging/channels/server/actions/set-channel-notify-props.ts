import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { changeNotifyProps, checkedNotifyProps } from '../change-notify-props.ts';
import { missingMember } from '../channel-members.ts';
import { requireChannel } from '../channels.permissions.ts';

export const setChannelNotifyProps = action({
  name: 'set-channel-notify-props',
  summary: 'Changes how a member is notified of a channel.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), notify_props: z.record(z.string(), z.unknown()) }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, { channel_id, user_id, notify_props }) => {
    await requireChannel(ctx, channel_id);
    const changed = await changeNotifyProps(ctx, user_id, [channel_id], checkedNotifyProps(notify_props));
    if (!changed.length) throw missingMember();
  },
});
