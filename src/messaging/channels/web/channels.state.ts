import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { usePreference, preferenceValue } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { configValue, useConfig } from '#kernel/web/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { Channel, ChannelMember, ChannelStats } from '#messaging/channels/wire/index.ts';
import { unreadOf, type ChannelUnreadState } from './channels.rules.ts';
import { wantGroupPeople, wantStats } from './channels.missing.ts';

type ChannelsState = {
  by_id: Record<Id, Channel>;
  /** My memberships by channel. */
  my_members: Record<Id, ChannelMember>;
  stats: Record<Id, ChannelStats>;
  /** People of group channels. */
  group_people: Record<Id, Id[]>;
  /** The channel on the screen; empty on other pages. */
  current_channel_id: Id;
  /** `last_viewed_at` of the current channel when it was opened: where its "New" line stands. */
  new_since: Timestamp;
  /** Marked unread by the person while open: stays so until they come back to it. */
  kept_unread_id: Id;
};

const empty: ChannelsState = { by_id: {}, my_members: {}, stats: {}, group_people: {}, current_channel_id: '', new_since: 0, kept_unread_id: '' };

export const channelsStore = create<ChannelsState>(() => empty);

// Posts up to this moment are already in the counts that came with the channel.
const counted_until = new Map<Id, Timestamp>();

export function receiveChannels(channels: Channel[]): void {
  if (!channels.length) return;
  for (const channel of channels) counted_until.set(channel.id, Math.max(counted_until.get(channel.id) ?? 0, channel.last_post_at));
  channelsStore.setState(({ by_id }) => ({ by_id: { ...by_id, ...byId(channels) } }));
}

/** All channels of the person, anew: what is not among them is gone. */
export function replaceMyChannels(channels: Channel[], members: ChannelMember[]): void {
  counted_until.clear();
  for (const channel of channels) counted_until.set(channel.id, channel.last_post_at);
  channelsStore.setState(({ by_id, current_channel_id }) => {
    const current = by_id[current_channel_id];
    return { by_id: { ...(current ? { [current.id]: current } : {}), ...byId(channels) }, my_members: byChannel(members) };
  });
}

export function receiveMyMembers(members: ChannelMember[]): void {
  channelsStore.setState(({ my_members }) => ({ my_members: { ...my_members, ...byChannel(members) } }));
}

/** True if the channel's counts, as they were fetched, already contain this post. */
export function isCounted(channel_id: Id, create_at: Timestamp): boolean {
  return create_at <= (counted_until.get(channel_id) ?? 0);
}

export function patchChannel(channel_id: Id, patch: Partial<Channel>): void {
  channelsStore.setState(({ by_id }) => (by_id[channel_id] ? { by_id: { ...by_id, [channel_id]: { ...by_id[channel_id]!, ...patch } } } : {}));
}

export function patchMyMember(channel_id: Id, change: (member: ChannelMember) => ChannelMember): void {
  channelsStore.setState(({ my_members }) => (my_members[channel_id] ? { my_members: { ...my_members, [channel_id]: change(my_members[channel_id]!) } } : {}));
}

/** Forgets the membership; the channel itself stays known. */
export function dropMyMember(channel_id: Id): void {
  channelsStore.setState(({ my_members }) => {
    const { [channel_id]: _gone, ...rest } = my_members;
    return { my_members: rest };
  });
}

export function receiveStats(stats: ChannelStats): void {
  channelsStore.setState((state) => ({ stats: { ...state.stats, [stats.channel_id]: stats } }));
}

export function changeMemberCount(channel_id: Id, by: number): void {
  const stats = channelsStore.getState().stats[channel_id];
  if (stats) receiveStats({ ...stats, member_count: Math.max(0, stats.member_count + by) });
}

export function receiveGroupPeople(people: Record<Id, Id[]>): void {
  channelsStore.setState(({ group_people }) => ({ group_people: { ...group_people, ...people } }));
}

export function forgetChannels(): void {
  counted_until.clear();
  channelsStore.setState(empty);
}

export function getChannel(channel_id: Id): Channel | undefined {
  return channelsStore.getState().by_id[channel_id];
}

export function getMyMember(channel_id: Id): ChannelMember | undefined {
  return channelsStore.getState().my_members[channel_id];
}

export function useChannel(channel_id: Id): Channel | undefined {
  return channelsStore((state) => state.by_id[channel_id]);
}

/** Open and private channels of a team that the person knows, by name: to choose from. */
export function useTeamChannels(team_id: Id): Channel[] {
  const by_id = channelsStore((state) => state.by_id);
  return useMemo(
    () =>
      Object.values(by_id)
        .filter((channel) => channel.team_id === team_id && !channel.delete_at && (channel.type === 'O' || channel.type === 'P'))
        .sort((a, b) => a.display_name.localeCompare(b.display_name)),
    [by_id, team_id],
  );
}

export function useMyChannelMember(channel_id: Id): ChannelMember | undefined {
  return channelsStore((state) => state.my_members[channel_id]);
}

export function useCurrentChannelId(): Id {
  return channelsStore((state) => state.current_channel_id);
}

/** Where the "New" line of the open channel stands: posts after this moment were unread when it was opened. */
export function useNewSince(): Timestamp {
  return channelsStore((state) => state.new_since);
}

/** Counts of people, pins and files; asks for them when they are missing. */
export function useChannelStats(channel_id: Id): ChannelStats | undefined {
  useEffect(() => wantStats(channel_id), [channel_id]);
  return channelsStore((state) => state.stats[channel_id]);
}

/** Ids of the people in a group channel, without order; asks when they are missing. */
export function useGroupPeople(channel: Channel | undefined): Id[] | undefined {
  const group_id = channel?.type === 'G' ? channel.id : '';
  useEffect(() => wantGroupPeople(group_id), [group_id]);
  return channelsStore((state) => state.group_people[group_id]);
}

/** Whether replies live only in their threads. Decides which counts are the unread ones. */
export function useHasThreads(): boolean {
  return areThreadsOn(useConfig('CollapsedThreads'), usePreference(preference_category.display_settings, 'collapsed_reply_threads'));
}

export function hasThreads(): boolean {
  return areThreadsOn(configValue('CollapsedThreads'), preferenceValue(preference_category.display_settings, 'collapsed_reply_threads'));
}

export function useChannelUnread(channel_id: Id): ChannelUnreadState {
  const channel = useChannel(channel_id);
  const member = useMyChannelMember(channel_id);
  const has_threads = useHasThreads();
  return useMemo(() => unreadOf(channel, member, has_threads), [channel, member, has_threads]);
}

function areThreadsOn(by_server: string, by_person: string): boolean {
  if (by_server === 'disabled') return false;
  if (by_server === 'default_off') return by_person === 'on';
  return by_server !== 'default_on' || by_person !== 'off';
}

function byId(channels: Channel[]): Record<Id, Channel> {
  return Object.fromEntries(channels.map((channel) => [channel.id, channel]));
}

function byChannel(members: ChannelMember[]): Record<Id, ChannelMember> {
  return Object.fromEntries(members.map((member) => [member.channel_id, member]));
}
