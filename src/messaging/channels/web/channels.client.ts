import { api, myUserId, type ApiError } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel, ChannelMember, ChannelModeration, ChannelModerationPatch, ChannelNotifyProps, ChannelPatch } from '#messaging/channels/wire/index.ts';
import { refreshStats } from './channels.missing.ts';
import { dropMyMember, getMyMember, patchChannel, patchMyMember, receiveChannels, receiveMyMembers, replaceMyChannels } from './channels.state.ts';

const MEMBERS_PER_PAGE = 200;

export async function fetchMyChannels(): Promise<void> {
  const [channels, members] = await Promise.all([api.get<Channel[]>('/api/v4/users/me/channels'), fetchMyMembers()]);
  replaceMyChannels(channels, members);
}

async function fetchMyMembers(): Promise<ChannelMember[]> {
  const members: ChannelMember[] = [];
  for (let page = 0; ; page++) {
    const part = await api.get<ChannelMember[]>('/api/v4/users/me/channel_members', { page, per_page: MEMBERS_PER_PAGE });
    members.push(...part);
    if (part.length < MEMBERS_PER_PAGE) return members;
  }
}

/** Fetches a channel one has just come into, with the membership. */
export async function enterChannel(channel_id: Id): Promise<Channel> {
  const [channel, member] = await Promise.all([
    api.get<Channel>(`/api/v4/channels/${channel_id}`),
    api.get<ChannelMember>(`/api/v4/channels/${channel_id}/members/${myUserId()}`),
  ]);
  receiveChannels([channel]);
  receiveMyMembers([member]);
  return channel;
}

export async function fetchChannel(channel_id: Id): Promise<Channel> {
  const channel = await api.get<Channel>(`/api/v4/channels/${channel_id}`);
  receiveChannels([channel]);
  return channel;
}

/** A channel of a team by the name in its address; null if there is none for this person. */
export async function findChannelByName(team_id: Id, name: string): Promise<Channel | null> {
  try {
    const channel = await api.get<Channel>(`/api/v4/teams/${team_id}/channels/name/${encodeURIComponent(name)}`, { include_deleted: true });
    receiveChannels([channel]);
    return channel;
  } catch (error) {
    const { status_code } = error as ApiError;
    if (status_code === 404 || status_code === 403 || status_code === 400) return null;
    throw error;
  }
}

/** Opens the direct channel with somebody, making it if needed. Throws ApiError. */
export async function openDirectChannel(user_id: Id): Promise<Channel> {
  const channel = await api.post<Channel>('/api/v4/channels/direct', [myUserId(), user_id]);
  return getMyMember(channel.id) ? channel : enterChannel(channel.id);
}

/** Opens the group channel of these people and oneself, making it if needed. Throws ApiError. */
export async function openGroupChannel(user_ids: Id[]): Promise<Channel> {
  const channel = await api.post<Channel>('/api/v4/channels/group', [...new Set([myUserId(), ...user_ids])]);
  return getMyMember(channel.id) ? channel : enterChannel(channel.id);
}

export async function createChannel(channel: Pick<Channel, 'team_id' | 'name' | 'display_name' | 'type'> & Partial<Pick<Channel, 'purpose'>>): Promise<Channel> {
  const created = await api.post<Channel>('/api/v4/channels', channel);
  return enterChannel(created.id);
}

export async function joinChannel(channel_id: Id): Promise<Channel> {
  await api.post(`/api/v4/channels/${channel_id}/members`, { user_id: myUserId() });
  refreshStats(channel_id);
  return enterChannel(channel_id);
}

export async function addMembers(channel_id: Id, user_ids: Id[]): Promise<void> {
  await api.post(`/api/v4/channels/${channel_id}/members`, user_ids.length === 1 ? { user_id: user_ids[0] } : { user_ids });
}

export async function removeMember(channel_id: Id, user_id: Id): Promise<void> {
  await api.delete(`/api/v4/channels/${channel_id}/members/${user_id}`);
  if (user_id === myUserId()) dropMyMember(channel_id);
}

export async function patchChannelOnServer(channel_id: Id, patch: ChannelPatch): Promise<void> {
  receiveChannels([await api.put<Channel>(`/api/v4/channels/${channel_id}/patch`, patch)]);
}

export async function setPrivacy(channel_id: Id, privacy: 'O' | 'P'): Promise<void> {
  receiveChannels([await api.put<Channel>(`/api/v4/channels/${channel_id}/privacy`, { privacy })]);
}

export async function archiveChannel(channel_id: Id): Promise<void> {
  await api.delete(`/api/v4/channels/${channel_id}`);
  patchChannel(channel_id, { delete_at: Date.now() });
}

export async function restoreChannel(channel_id: Id): Promise<void> {
  await api.post(`/api/v4/channels/${channel_id}/restore`);
  patchChannel(channel_id, { delete_at: 0 });
}

/** Changes how the channel notifies this person; takes effect at once. Throws ApiError. */
export async function setNotifyProps(channel_id: Id, change: Partial<ChannelNotifyProps>): Promise<void> {
  const before = getMyMember(channel_id);
  patchMyMember(channel_id, (member) => ({ ...member, notify_props: { ...member.notify_props, ...change } }));
  try {
    await api.put(`/api/v4/channels/${channel_id}/members/${myUserId()}/notify_props`, { user_id: myUserId(), channel_id, ...change });
  } catch (error) {
    if (before) receiveMyMembers([before]);
    throw error;
  }
}

export function fetchModerations(channel_id: Id): Promise<ChannelModeration[]> {
  return api.get<ChannelModeration[]>(`/api/v4/channels/${channel_id}/moderations`);
}

/** Allows things to members or guests of a channel or takes them away. Throws ApiError. */
export function patchModerations(channel_id: Id, patch: ChannelModerationPatch[]): Promise<ChannelModeration[]> {
  return api.put<ChannelModeration[]>(`/api/v4/channels/${channel_id}/moderations/patch`, patch);
}
