import { api, myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ChannelViewResponse } from '#messaging/channels/wire/index.ts';
import { asRead, unreadOf } from './channels.rules.ts';
import { channelsStore, getChannel, getMyMember, hasThreads, patchMyMember } from './channels.state.ts';

let viewed_id: Id = '';

/** The channel page tells which channel is on the screen; '' when none is. */
export function setCurrentChannel(channel_id: Id): void {
  const { current_channel_id } = channelsStore.getState();
  if (current_channel_id === channel_id) return;
  channelsStore.setState({ current_channel_id: channel_id, new_since: getMyMember(channel_id)?.last_viewed_at ?? 0, kept_unread_id: '' });
}

/**
 * The person sees the end of this channel: everything in it is read, here at once and on the server.
 * Call it when the channel is open, focused and at its bottom; it costs nothing when there is nothing new.
 */
export function viewChannel(channel_id: Id): void {
  const { kept_unread_id } = channelsStore.getState();
  const channel = getChannel(channel_id);
  const member = getMyMember(channel_id);
  if (!channel || !member || kept_unread_id === channel_id) return;
  const is_news = channel.total_msg_count > member.msg_count || unreadOf(channel, member, hasThreads()).mention_count > 0;
  if (!is_news && viewed_id === channel_id) return;
  const prev_channel_id = viewed_id === channel_id ? '' : viewed_id;
  viewed_id = channel_id;
  markRead(channel_id, Date.now());
  sendView(channel_id, prev_channel_id);
}

/** The person looks elsewhere: notifications for the channel are welcome again. */
export function leaveView(): void {
  if (!viewed_id) return;
  viewed_id = '';
  sendView('', '');
}

/** Everything in the channel counts as read on this page. */
export function markRead(channel_id: Id, at: number): void {
  const channel = getChannel(channel_id);
  if (channel) patchMyMember(channel_id, (member) => asRead(member, channel, at));
}

/** Reads many channels at once, e.g. those of a category. Throws ApiError. */
export async function markChannelsRead(channel_ids: Id[]): Promise<void> {
  for (const id of channel_ids) markRead(id, Date.now());
  await api.post(`/api/v4/channels/members/${myUserId()}/mark_read`, channel_ids);
}

function sendView(channel_id: Id, prev_channel_id: Id): void {
  // A lost call is made up for by the next one or by the reload after a reconnect.
  api
    .post<ChannelViewResponse>(`/api/v4/channels/members/${myUserId()}/view`, { channel_id, prev_channel_id, collapsed_threads_supported: true })
    .catch(() => undefined);
}
