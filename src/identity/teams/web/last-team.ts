import type { Team } from '#identity/teams/wire/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { myTeams } from './teams.state.ts';

const STORAGE_KEY = 'muster.last_team';

/** Remembers, in this browser, in which team the person was. */
export function rememberTeam(team_id: Id): void {
  localStorage.setItem(STORAGE_KEY, team_id);
}

/** The team to show first: the last one, else the first by name. */
export function homeTeam(): Team | undefined {
  const teams = myTeams();
  return teams.find((team) => team.id === localStorage.getItem(STORAGE_KEY)) ?? teams[0];
}
