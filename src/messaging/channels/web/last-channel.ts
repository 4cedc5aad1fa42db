import { currentTeam } from '#identity/teams/web/index.ts';
import { goTo } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { default_channel_name, type Channel } from '#messaging/channels/wire/index.ts';
import { channelsStore } from './channels.state.ts';

const keyOf = (team_id: Id): string => `muster.last_channel.${team_id}`;

/** Remembers, in this browser, where the person was in a team. */
export function rememberChannel(channel_id: Id, team_id: Id): void {
  const team = team_id || currentTeam()?.id;
  if (team) localStorage.setItem(keyOf(team), channel_id);
}

/** The person is no longer in this channel: if it is on the screen, shows the one that everybody is in. */
export function goHomeFrom(channel: Channel): void {
  if (channelsStore.getState().current_channel_id !== channel.id) return;
  localStorage.removeItem(keyOf(channel.team_id || currentTeam()?.id || ''));
  goTo(`/${currentTeam()?.name ?? ''}`);
}

/** The channel to show when a team is opened: the last one, else the one that everybody is in. */
export function homeChannel(team_id: Id): Channel | undefined {
  const { by_id, my_members } = channelsStore.getState();
  const last = by_id[localStorage.getItem(keyOf(team_id)) ?? ''];
  if (last && my_members[last.id] && last.delete_at === 0) return last;
  const mine = Object.values(by_id).filter((channel) => channel.team_id === team_id && my_members[channel.id] && channel.delete_at === 0);
  return mine.find((channel) => channel.name === default_channel_name) ?? mine[0];
}
