import type { Team } from '#identity/teams/wire/index.ts';
import type { Client } from '#identity/users/testing.ts';
import type { Channel } from './wire/index.ts';

/** A new channel of a team that this person makes, public unless said otherwise. */
export async function makeChannel(by: Client, team: Team, name: string, type: 'O' | 'P' = 'O'): Promise<Channel> {
  const answer = await by.post<Channel>('/api/v4/channels', { team_id: team.id, name, display_name: `Channel ${name}`, type });
  if (answer.status !== 201) throw new Error(`channel ${name} could not be made: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Adds people to a channel in the name of somebody who may. */
export async function addToChannel(by: Client, channel: Channel, ...people: Client[]): Promise<void> {
  for (const { user } of people) {
    const answer = await by.post(`/api/v4/channels/${channel.id}/members`, { user_id: user.id });
    if (answer.status !== 201) throw new Error(`${user.username} could not be added to ${channel.name}: ${JSON.stringify(answer.body)}`);
  }
}
