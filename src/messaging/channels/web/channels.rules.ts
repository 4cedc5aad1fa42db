import type { Channel, ChannelMember, ChannelUnreadAt } from '#messaging/channels/wire/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** What the sidebar says about a channel. */
export type ChannelUnreadState = {
  /** Something new that the person wants to know of. Muted channels are never new. */
  is_unread: boolean;
  /** How often somebody waits for this person. */
  mention_count: number;
  is_muted: boolean;
};

export const nothing_unread: ChannelUnreadState = { is_unread: false, mention_count: 0, is_muted: false };

/** Unread = what the channel has minus what the member has read; with threads on, only roots count. */
export function unreadOf(channel: Channel | undefined, member: ChannelMember | undefined, has_threads: boolean): ChannelUnreadState {
  if (!channel || !member || channel.delete_at > 0) return nothing_unread;
  const unread_count = has_threads ? channel.total_msg_count_root - member.msg_count_root : channel.total_msg_count - member.msg_count;
  const mention_count = has_threads ? member.mention_count_root : member.mention_count;
  const is_muted = member.notify_props.mark_unread === 'mention';
  return { is_unread: mention_count > 0 || (unread_count > 0 && !is_muted), mention_count, is_muted };
}

// People coming and going is no news.
const uncounted_types = new Set([
  'system_join_leave', 'system_add_remove', 'system_join_channel', 'system_leave_channel', 'system_add_to_channel', 'system_remove_from_channel',
  'system_join_team', 'system_leave_team', 'system_add_to_team', 'system_remove_from_team', 'system_guest_join_channel', 'system_add_guest_to_chan',
]);

export type CountedPost = { create_at: Timestamp; root_id: Id; type: string };

/** The channel with one more post. */
export function withPost(channel: Channel, post: CountedPost): Channel {
  if (uncounted_types.has(post.type)) return channel;
  const is_root = !post.root_id;
  return {
    ...channel,
    last_post_at: Math.max(channel.last_post_at, post.create_at),
    total_msg_count: channel.total_msg_count + 1,
    last_root_post_at: is_root ? Math.max(channel.last_root_post_at, post.create_at) : channel.last_root_post_at,
    total_msg_count_root: channel.total_msg_count_root + (is_root ? 1 : 0),
  };
}

/** The membership with one more post in which the member is mentioned. */
export function withMention(member: ChannelMember, post: CountedPost): ChannelMember {
  return { ...member, mention_count: member.mention_count + 1, mention_count_root: member.mention_count_root + (post.root_id ? 0 : 1) };
}

/** The membership when everything in the channel is read. */
export function asRead(member: ChannelMember, channel: Channel, at: Timestamp): ChannelMember {
  return {
    ...member,
    last_viewed_at: Math.max(member.last_viewed_at, at),
    msg_count: channel.total_msg_count,
    msg_count_root: channel.total_msg_count_root,
    mention_count: 0,
    mention_count_root: 0,
    urgent_mention_count: 0,
  };
}

/** The membership after "mark unread from this post"; the event's counts are what was read before it. */
export function asUnreadFrom(member: ChannelMember, read: Omit<ChannelUnreadAt, 'team_id' | 'channel_id' | 'user_id'>): ChannelMember {
  return {
    ...member,
    last_viewed_at: read.last_viewed_at,
    msg_count: read.msg_count,
    msg_count_root: read.msg_count_root,
    mention_count: read.mention_count,
    mention_count_root: read.mention_count_root,
    urgent_mention_count: read.urgent_mention_count,
  };
}

/** The other person's id in a direct channel's name; one's own id in the channel with oneself. */
export function dmPartnerId(channel_name: string, my_id: Id): Id {
  const [first = '', second = ''] = channel_name.split('__');
  return first === my_id ? second : first;
}

/** The name that a direct channel between these two has. */
export function dmName(a: Id, b: Id): string {
  return a < b ? `${a}__${b}` : `${b}__${a}`;
}
