import { userError, type AppError, type Ctx } from '#kernel/server/index.ts';
import { default_channel_notify_props, type ChannelNotifyProps } from '../wire/index.ts';
import { readMembershipsIn, updateNotifyProps } from './channel-members.store.ts';
import { forgetNotifyProps } from './channel-notify.ts';
import { channelMemberUpdated } from './channels.events.ts';

const LEVELS = ['default', 'all', 'mention', 'none'];
const SWITCH = ['default', 'on', 'off'];

// What each setting may be, and the protocol's word for it in an error.
const ALLOWED: Record<string, { readonly values?: readonly string[]; readonly fault: string }> = {
  desktop: { values: LEVELS, fault: 'notify_level' },
  push: { values: LEVELS, fault: 'push_level' },
  email: { values: [...LEVELS, 'true', 'false'], fault: 'email_value' },
  mark_unread: { values: ['all', 'mention'], fault: 'unread_level' },
  ignore_channel_mentions: { values: SWITCH, fault: 'ignore_channel_mentions_value' },
  channel_auto_follow_threads: { values: ['on', 'off'], fault: 'channel_auto_follow_threads_value' },
  desktop_threads: { values: LEVELS, fault: 'notify_level' },
  push_threads: { values: LEVELS, fault: 'push_level' },
  desktop_sound: { values: SWITCH, fault: 'notify_level' },
  desktop_notification_sound: { fault: 'notify_level' },
};

/** The settings of a body that there are; an error for a value that there is not. */
export function checkedNotifyProps(body: Readonly<Record<string, unknown>>): Partial<ChannelNotifyProps> {
  const known: Record<string, string> = {};
  for (const [key, { values, fault }] of Object.entries(ALLOWED)) {
    const value = body[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || value.length > 64 || (values && !values.includes(value))) throw wrong(key, fault, values);
    known[key] = value;
  }
  return known;
}

function wrong(key: string, fault: string, values?: readonly string[]): AppError {
  return userError(`model.channel_member.is_valid.${fault}.app_error`, `${key} must be ${values ? `one of ${values.join(', ')}` : 'a short text'}.`);
}

/** Changes how a person is notified of channels, tells the person's clients, and returns the channels that the person is in. */
export async function changeNotifyProps(ctx: Ctx, user_id: string, channel_ids: readonly string[], change: Partial<ChannelNotifyProps>): Promise<string[]> {
  const changed = await updateNotifyProps(ctx.db, channel_ids, user_id, change, default_channel_notify_props, ctx.now);
  if (!changed.length) return [];
  forgetNotifyProps(ctx.app, { user_ids: [user_id], channel_ids: changed });
  for (const member of await readMembershipsIn(ctx.db, user_id, changed)) ctx.emit(channelMemberUpdated, { member });
  return changed;
}
