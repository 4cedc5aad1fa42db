import type { Client } from '#identity/users/testing.ts';
import type { Team } from './wire/index.ts';

/** A new team that this person makes; anybody may join it. */
export async function makeTeam(by: Client, name: string, extra: Partial<Team> = {}): Promise<Team> {
  const answer = await by.post<Team>('/api/v4/teams', { name, display_name: `Team ${name}`, type: 'O', allow_open_invite: true, ...extra });
  if (answer.status !== 201) throw new Error(`team ${name} could not be made: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Adds people to a team in the name of somebody who may. */
export async function addToTeam(by: Client, team: Team, ...people: Client[]): Promise<void> {
  for (const { user } of people) {
    const answer = await by.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: user.id });
    if (answer.status !== 201) throw new Error(`${user.username} could not be added to ${team.name}: ${JSON.stringify(answer.body)}`);
  }
}
