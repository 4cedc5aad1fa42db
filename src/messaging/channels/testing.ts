import type { Team } from '#identity/teams/wire/index.ts';
import type { Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
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

/** A person's realtime connection, heard in turns. */
export interface Hearing {
  /** The events since the last call, when all that the server has sent until now has come in. */
  take(): Promise<Heard[]>;
  close(): void;
}

export interface Heard {
  readonly event: string;
  readonly data: any;
}

/** Listens to what a person's client is told. */
export async function listen(server: { readonly url: string }, { token }: Client): Promise<Hearing> {
  const socket = await openSocket(server, token);
  let taken = socket.heard.length;
  return {
    take: async () => {
      // Frames come in order: those sent before an answer have come when the answer has.
      await socket.ask('ping');
      const fresh = socket.heard.slice(taken);
      taken = socket.heard.length;
      return fresh.filter((frame): frame is Heard => frame.event !== undefined);
    },
    close: () => socket.close(),
  };
}
