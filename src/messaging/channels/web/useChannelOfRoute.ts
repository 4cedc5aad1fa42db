import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useTeamByName } from '#identity/teams/web/index.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { findUserByUsername, usersStore } from '#identity/users/web/index.ts';
import { api, ApiError, t, useMyUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { enterChannel, fetchChannel, findChannelByName, openDirectChannel } from './channels.client.ts';
import { channel_messages as m } from './channels.messages.ts';
import { dmName } from './channels.rules.ts';
import { channelsStore, getChannel, getMyMember } from './channels.state.ts';

export type ChannelOfRoute =
  | { state: 'loading' }
  | { state: 'missing'; reason: string }
  | { state: 'failed'; error: Error; retry: () => void }
  | { state: 'found'; channel: Channel; focused_post_id: Id; root_id: Id };

type Found = { channel_id: Id; focused_post_id: Id; root_id: Id };

/** The channel that the address names: by name, by person, or by one of its posts. */
export function useChannelOfRoute(): ChannelOfRoute {
  const { team: team_name, name = '', handle = '', post_id = '' } = useParams();
  const my_id = useMyUserId();
  const team = useTeamByName(team_name);
  const key = `${team?.id ?? ''}/${name}/${handle}/${post_id}`;
  const known_id = channelsStore((state) => (team ? knownChannelId(state.by_id, state.my_members, { team, name, handle, my_id }) : ''));
  const [result, setResult] = useState<{ key: string; found?: Found; reason?: string; error?: Error }>({ key: '' });
  const [attempt, setAttempt] = useState(0);
  const needs_search = Boolean(team) && !known_id;
  useEffect(() => {
    if (!team || !needs_search) return undefined;
    let is_current = true;
    const settle = (next: Omit<typeof result, 'key'>): void => {
      if (is_current) setResult({ key, ...next });
    };
    search(team, { name, handle, post_id }).then(settle, (error: Error) => settle({ error }));
    return () => {
      is_current = false;
    };
  }, [key, needs_search, attempt, team, name, handle, post_id]);
  const settled = result.key === key ? result : undefined;
  const channel_id = known_id || settled?.found?.channel_id || '';
  const channel = channelsStore((state) => state.by_id[channel_id]);
  if (!team) return { state: 'missing', reason: t(m.not_found) };
  if (channel) return { state: 'found', channel, focused_post_id: settled?.found?.focused_post_id ?? '', root_id: settled?.found?.root_id ?? '' };
  if (settled?.error) return { state: 'failed', error: settled.error, retry: () => setAttempt(attempt + 1) };
  if (settled?.reason) return { state: 'missing', reason: settled.reason };
  return { state: 'loading' };
}

type Wanted = { team: Team; name: string; handle: string; my_id: Id };

// Without asking the server: the usual case when one goes from channel to channel.
function knownChannelId(by_id: Record<Id, Channel>, my_members: Record<Id, unknown>, { team, name, handle, my_id }: Wanted): Id {
  if (name) return Object.values(by_id).find((one) => one.name === name && one.team_id === team.id && my_members[one.id])?.id ?? '';
  if (handle.startsWith('@')) {
    const partner_id = usersStore.getState().id_by_username[handle.slice(1)] ?? '';
    const dm = partner_id && dmName(my_id, partner_id);
    return (dm && Object.values(by_id).find((one) => one.name === dm && my_members[one.id])?.id) || '';
  }
  return handle ? (Object.values(by_id).find((one) => one.name === handle && one.type === 'G' && my_members[one.id])?.id ?? '') : '';
}

async function search(team: Team, wanted: { name: string; handle: string; post_id: Id }): Promise<{ found?: Found; reason?: string }> {
  if (wanted.post_id) return searchByPost(wanted.post_id);
  if (wanted.handle.startsWith('@')) {
    const user = await findUserByUsername(wanted.handle.slice(1));
    return user ? asFound(await openDirectChannel(user.id)) : { reason: t(m.person_not_found, { username: wanted.handle.slice(1) }) };
  }
  const channel = await findChannelByName(team.id, wanted.name || wanted.handle);
  return channel ? asFound(channel) : { reason: t(m.not_found) };
}

async function searchByPost(post_id: Id): Promise<{ found?: Found; reason?: string }> {
  try {
    const post = await api.get<Post>(`/api/v4/posts/${post_id}`);
    if (!getChannel(post.channel_id)) await (getMyMember(post.channel_id) ? fetchChannel(post.channel_id) : enterChannel(post.channel_id).catch(() => fetchChannel(post.channel_id)));
    return { found: { channel_id: post.channel_id, focused_post_id: post.root_id || post.id, root_id: post.root_id } };
  } catch (error) {
    if (error instanceof ApiError && [400, 403, 404].includes(error.status_code)) return { reason: t(m.post_not_found) };
    throw error;
  }
}

function asFound(channel: Channel): { found: Found } {
  return { found: { channel_id: channel.id, focused_post_id: '', root_id: '' } };
}
