import { savePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { ConfirmDialog, myUserId, openDialog, t, toast } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { archiveChannel, joinChannel, removeMember } from './channels.client.ts';
import { channel_messages as m } from './channels.messages.ts';
import { channelName } from './channels.names.ts';
import { dmPartnerId } from './channels.rules.ts';
import { goHomeFrom } from './last-channel.ts';

/** Leaves a channel: a public one at once and undoable, a private one after asking. */
export function leave(channel: Channel): void {
  const name = channelName(channel);
  if (channel.type !== 'P') return void leaveNow(channel).catch(toast.failure);
  openDialog(<ConfirmDialog title={t(m.leave_private_title, { name })} text={t(m.leave_private_text)} action={t(m.leave)} run={() => leaveNow(channel)} />);
}

async function leaveNow(channel: Channel): Promise<void> {
  const text = t(m.left, { name: channelName(channel) });
  goHomeFrom(channel);
  await removeMember(channel.id, myUserId());
  if (channel.type === 'O') toast.undoable(text, () => void joinChannel(channel.id).catch(toast.failure));
  else toast.show(text);
}

/** Archives a channel after asking, for all its members are hit. */
export function archive(channel: Channel): void {
  openDialog(<ConfirmDialog title={t(m.archive_title, { name: channelName(channel) })} text={t(m.archive_text)} action={t(m.archive)} run={() => archiveChannel(channel.id)} />);
}

/** Takes a conversation out of the sidebar; nothing is deleted. */
export function closeDirect(channel: Channel): void {
  const category = channel.type === 'D' ? preference_category.direct_channel_show : preference_category.group_channel_show;
  const name = channel.type === 'D' ? dmPartnerId(channel.name, myUserId()) : channel.id;
  goHomeFrom(channel);
  savePreference(category, name, 'false').catch(toast.failure);
  toast.undoable(t(m.closed_direct), () => void savePreference(category, name, 'true').catch(toast.failure));
}
