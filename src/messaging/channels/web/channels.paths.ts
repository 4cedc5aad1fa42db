import { currentTeam, myTeams, teamsStore } from '#identity/teams/web/index.ts';
import { getUser } from '#identity/users/web/index.ts';
import { goTo, myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { dmPartnerId } from './channels.rules.ts';

/** The address of a channel: its own team, or for direct and group channels the team on the screen. */
export function channelPath(channel: Channel): string {
  const team = teamsStore.getState().by_id[channel.team_id] ?? currentTeam() ?? myTeams()[0];
  if (!team) return '/';
  if (channel.type === 'D') {
    const partner_id = dmPartnerId(channel.name, myUserId());
    return `/${team.name}/messages/@${getUser(partner_id)?.username ?? partner_id}`;
  }
  return `/${team.name}/${channel.type === 'G' ? 'messages' : 'channels'}/${channel.name}`;
}

export function goToChannel(channel: Channel, options: { replace?: boolean } = {}): void {
  goTo(channelPath(channel), options);
}

/** The address that shows one post in its channel, e.g. to copy. */
export function postPath(post_id: Id): string {
  return `/${(currentTeam() ?? myTeams()[0])?.name ?? '_redirect'}/pl/${post_id}`;
}
