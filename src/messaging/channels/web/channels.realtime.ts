import { preferenceValue, savePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { wantUsers } from '#identity/users/web/index.ts';
import { defineMessages, myUserId, parseJsonText, realtime, t, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel, ChannelEvents } from '#messaging/channels/wire/index.ts';
import type { PostEvents } from '#messaging/posts/wire/index.ts';
import { enterChannel, fetchChannel } from './channels.client.ts';
import { onChannelsFetched, refreshStats } from './channels.missing.ts';
import { channelName } from './channels.names.ts';
import { asUnreadFrom, dmPartnerId, withMention, withPost } from './channels.rules.ts';
import {
  changeMemberCount, channelsStore, dropMyMember, getChannel, getMyMember, isCounted, patchChannel, patchMyMember, receiveGroupPeople, receiveMyMembers, receiveStats,
} from './channels.state.ts';
import { markRead } from './channels.view.ts';
import { goHomeFrom } from './last-channel.ts';

const m = defineMessages({
  removed: { id: 'channels.removed', defaultMessage: 'You were removed from {name}.' },
});

export function listenToChannels(): void {
  onChannelsFetched({ stats: receiveStats, people: receiveGroupPeople });
  listenToPosts();
  listenToMembers();
  realtime.on<ChannelEvents['channel_created']>('channel_created', ({ channel_id }) => enter(channel_id));
  realtime.on<ChannelEvents['direct_added']>('direct_added', (_data, { channel_id }) => enter(channel_id));
  realtime.on<ChannelEvents['group_added']>('group_added', (_data, { channel_id }) => enter(channel_id));
  realtime.on<ChannelEvents['channel_updated']>('channel_updated', (data) => (data.channel ? update(parseJsonText(data.channel)) : refresh(data.channel_id ?? '')));
  realtime.on<ChannelEvents['channel_converted']>('channel_converted', ({ channel_id }) => refresh(channel_id));
  realtime.on<ChannelEvents['channel_restored']>('channel_restored', ({ channel_id }) => refresh(channel_id));
  realtime.on<ChannelEvents['channel_deleted']>('channel_deleted', ({ channel_id, delete_at }) => patchChannel(channel_id, { delete_at }));
  // The roles of its members are others now, and with them what the page offers.
  realtime.on<ChannelEvents['channel_scheme_updated']>('channel_scheme_updated', (_data, { channel_id }) => void (getMyMember(channel_id) && enter(channel_id)));
  realtime.on<ChannelEvents['multiple_channels_viewed']>('multiple_channels_viewed', ({ channel_times }) => {
    for (const [channel_id, at] of Object.entries(channel_times)) viewedElsewhere(channel_id, at);
  });
}

function listenToPosts(): void {
  realtime.on<PostEvents['posted']>('posted', (data) => {
    const post = parseJsonText(data.post);
    const channel = getChannel(post.channel_id);
    if (!channel || !getMyMember(post.channel_id)) return enter(post.channel_id);
    if (channel.type === 'D' || channel.type === 'G') showAgain(channel);
    if (isCounted(channel.id, post.create_at)) return;
    receiveCounted(withPost(channel, post));
    const is_mention = data.mentions !== undefined && parseJsonText(data.mentions).includes(myUserId());
    if (is_mention) patchMyMember(channel.id, (member) => withMention(member, post));
    // One's own words are read; other pages of the same person learn it the same way.
    if (post.user_id === myUserId() && !post.props.from_webhook && !post.root_id) markRead(channel.id, post.create_at);
  });
  realtime.on<PostEvents['post_unread']>('post_unread', (data, { channel_id }) => {
    patchMyMember(channel_id, (member) => asUnreadFrom(member, data));
    if (channelsStore.getState().current_channel_id === channel_id) channelsStore.setState({ kept_unread_id: channel_id, new_since: data.last_viewed_at });
  });
  realtime.on<PostEvents['post_edited']>('post_edited', (data) => {
    const post = parseJsonText(data.post);
    if (post.channel_id === channelsStore.getState().current_channel_id) refreshStats(post.channel_id);
  });
}

function listenToMembers(): void {
  realtime.on<ChannelEvents['channel_member_updated']>('channel_member_updated', (data) => {
    const member = parseJsonText(data.channelMember);
    if (member.user_id === myUserId() && getMyMember(member.channel_id)) receiveMyMembers([member]);
  });
  realtime.on<ChannelEvents['user_added']>('user_added', ({ user_id }, { channel_id }) => {
    if (user_id === myUserId()) return enter(channel_id);
    changeMemberCount(channel_id, 1);
  });
  realtime.on<ChannelEvents['user_removed']>('user_removed', (data, broadcast) => {
    const channel_id = data.channel_id ?? broadcast.channel_id;
    if (data.channel_id || data.user_id === myUserId()) return removedMe(channel_id, data.remover_id);
    changeMemberCount(channel_id, -1);
  });
}

function removedMe(channel_id: Id, remover_id: Id): void {
  const channel = getChannel(channel_id);
  if (!getMyMember(channel_id)) return;
  if (channel && remover_id !== myUserId()) goHomeFrom(channel);
  dropMyMember(channel_id);
  if (channel && remover_id !== myUserId()) toast.show(t(m.removed, { name: channelName(channel) }));
}

// A channel the person is in but the page does not know yet: its counts come with it.
function enter(channel_id: Id): void {
  if (!channel_id) return;
  enterChannel(channel_id)
    .then((channel) => {
      if (channel.type === 'D') wantUsers([dmPartnerId(channel.name, myUserId())]);
    })
    .catch(() => undefined);
}

function refresh(channel_id: Id): void {
  if (getChannel(channel_id)) fetchChannel(channel_id).catch(() => undefined);
}

function update(channel: Channel): void {
  const known = getChannel(channel.id);
  if (!known) return;
  // The event may be older than posts that were counted since.
  const { total_msg_count, total_msg_count_root, last_post_at, last_root_post_at } = known;
  patchChannel(channel.id, { ...channel, total_msg_count, total_msg_count_root, last_post_at, last_root_post_at });
}

function receiveCounted(channel: Channel): void {
  patchChannel(channel.id, channel);
}

function viewedElsewhere(channel_id: Id, at: number): void {
  const { kept_unread_id } = channelsStore.getState();
  const channel = getChannel(channel_id);
  if (!channel || kept_unread_id === channel_id) return;
  if (channel.last_post_at <= at) markRead(channel_id, at);
  else patchMyMember(channel_id, (member) => ({ ...member, last_viewed_at: Math.max(member.last_viewed_at, at) }));
}

// A closed conversation comes back when somebody writes in it.
function showAgain(channel: Channel): void {
  const is_direct = channel.type === 'D';
  const category = is_direct ? preference_category.direct_channel_show : preference_category.group_channel_show;
  const name = is_direct ? dmPartnerId(channel.name, myUserId()) : channel.id;
  if (preferenceValue(category, name) === 'false') savePreference(category, name, 'true').catch(() => undefined);
}

