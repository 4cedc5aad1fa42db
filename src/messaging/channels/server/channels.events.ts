import { toTeam } from '#identity/teams/server/feature.ts';
import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import type { Channel, ChannelEvents, ChannelMember } from '../wire/index.ts';

export const channelCreated = defineEvent<{ channel: Channel; creator_id: string }>('channel.created');
export const channelUpdated = defineEvent<{ channel: Channel }>('channel.updated');
/** A public channel became private or the other way round. */
export const channelConverted = defineEvent<{ channel: Channel }>('channel.converted');
export const channelArchived = defineEvent<{ channel: Channel }>('channel.archived');
export const channelRestored = defineEvent<{ channel: Channel }>('channel.restored');
export const directChannelCreated = defineEvent<{ channel: Channel; creator_id: string; teammate_id: string }>('channel.direct-created');
export const groupChannelCreated = defineEvent<{ channel: Channel; user_ids: readonly string[] }>('channel.group-created');
/** A group channel became a private channel of a team. `user_ids` are its people. */
export const groupChannelConverted = defineEvent<{ channel: Channel; user_ids: readonly string[] }>('channel.group-converted');
/** What members and guests may do in a channel has changed. */
export const channelModerated = defineEvent<{ channel_id: string }>('channel.moderated');
/** A channel belongs to another team now. */
export const channelMoved = defineEvent<{ channel: Channel; from_team_id: string }>('channel.moved');
/** `is_default`: came in with the team, which the protocol tells once to all. `is_quiet`: one of so many that only they are told. */
export const channelMemberAdded = defineEvent<{ channel: Pick<Channel, 'id' | 'team_id'>; user_id: string; is_default: boolean; is_quiet: boolean }>('channel-member.added');
export const channelMemberRemoved = defineEvent<{ channel: Pick<Channel, 'id' | 'team_id'>; user_id: string; remover_id: string }>('channel-member.removed');
/** Somebody has left a team and with it these channels. */
export const teamChannelsLeft = defineEvent<{ user_id: string; channel_ids: readonly string[] }>('channel-members.team-left');
/** Notification settings or roles of a member have changed. */
export const channelMemberUpdated = defineEvent<{ member: ChannelMember }>('channel-member.updated');
/** Somebody has read channels. `threads_read_at` is set where their threads count as read too. */
export const channelsViewed = defineEvent<{ user_id: string; channel_times: Record<string, number>; threads_read_at?: number }>('channels.viewed');

/** Audience: everybody in a channel who is connected. */
export function toChannel(channel_id: string): Pick<Frame, 'topics' | 'broadcast'> {
  return { topics: [topicOfChannel(channel_id)], broadcast: { channel_id } };
}

/** What the connections of a channel's members follow. */
export function topicOfChannel(channel_id: string): string {
  return `channel:${channel_id}`;
}

// What happens to a public channel concerns its team; to a private one its members only.
const toConcerned = (channel: Channel) => (channel.type === 'O' ? toTeam(channel.team_id) : toChannel(channel.id));

export const frames = [
  framesOf(channelCreated, ({ channel, creator_id }) => creator_id ? { event: 'channel_created', data: { channel_id: channel.id, team_id: channel.team_id } satisfies ChannelEvents['channel_created'], ...toUser(creator_id) } : null),
  framesOf(channelUpdated, ({ channel }) => ({ event: 'channel_updated', data: { channel: JSON.stringify(channel) } satisfies ChannelEvents['channel_updated'], ...toChannel(channel.id) })),
  framesOf(channelConverted, ({ channel }) => ({ event: 'channel_converted', data: { channel_id: channel.id } satisfies ChannelEvents['channel_converted'], ...toTeam(channel.team_id) })),
  framesOf(channelModerated, ({ channel_id }) => ({ event: 'channel_scheme_updated', data: {}, ...toChannel(channel_id) })),
  framesOf(channelArchived, ({ channel }) => ({ event: 'channel_deleted', data: { channel_id: channel.id, delete_at: channel.delete_at } satisfies ChannelEvents['channel_deleted'], ...toConcerned(channel) })),
  framesOf(channelRestored, ({ channel }) => ({ event: 'channel_restored', data: { channel_id: channel.id } satisfies ChannelEvents['channel_restored'], ...toConcerned(channel) })),
  framesOf(directChannelCreated, ({ channel, creator_id, teammate_id }) => ({ event: 'direct_added', data: { creator_id, teammate_id } satisfies ChannelEvents['direct_added'], ...toChannel(channel.id) })),
  framesOf(groupChannelCreated, ({ channel, user_ids }) =>
    user_ids.map((user_id) => ({ event: 'group_added', data: { teammate_ids: JSON.stringify(user_ids) } satisfies ChannelEvents['group_added'], topics: toUser(user_id).topics, broadcast: { channel_id: channel.id, user_id } })),
  ),
  framesOf(channelMemberAdded, ({ channel, user_id, is_default, is_quiet }) => {
    const frame = { event: 'user_added', data: { user_id, team_id: channel.team_id } satisfies ChannelEvents['user_added'] };
    if (is_default && !is_quiet) return { ...frame, ...toChannel(channel.id) };
    const own: Frame = { ...frame, topics: toUser(user_id).topics, broadcast: { channel_id: channel.id, user_id } };
    return is_quiet ? own : [{ ...frame, topics: [topicOfChannel(channel.id)], broadcast: { channel_id: channel.id, omit_users: { [user_id]: true } } }, own];
  }),
  framesOf(channelMemberRemoved, ({ channel, user_id, remover_id }) => [
    { event: 'user_removed', data: { user_id, remover_id } satisfies ChannelEvents['user_removed'], ...toChannel(channel.id) },
    { event: 'user_removed', data: { channel_id: channel.id, remover_id } satisfies ChannelEvents['user_removed'], ...toUser(user_id) },
  ]),
  framesOf(channelMemberUpdated, ({ member }) => ({ event: 'channel_member_updated', data: { channelMember: JSON.stringify(member) } satisfies ChannelEvents['channel_member_updated'], ...toUser(member.user_id) })),
  framesOf(channelsViewed, ({ user_id, channel_times, threads_read_at }) => {
    const frame: Frame = { event: 'multiple_channels_viewed', data: { channel_times } satisfies ChannelEvents['multiple_channels_viewed'], ...toUser(user_id) };
    if (threads_read_at === undefined) return frame;
    return [frame, ...Object.keys(channel_times).map((channel_id) => ({ event: 'thread_read_changed', data: { timestamp: threads_read_at }, topics: toUser(user_id).topics, broadcast: { channel_id, user_id } }))];
  }),
];
