import { useMemo } from 'react';
import { create } from 'zustand';
import type { Team, TeamMember } from '#identity/teams/wire/index.ts';
import type { Id } from '#kernel/wire/index.ts';

type TeamsState = {
  by_id: Record<Id, Team>;
  /** My memberships by team. */
  my_members: Record<Id, TeamMember>;
  /** The team of the page's URL, or the last one. */
  current_team_id: Id;
};

export const teamsStore = create<TeamsState>(() => ({ by_id: {}, my_members: {}, current_team_id: '' }));

export function replaceMyTeams(teams: Team[], members: TeamMember[]): void {
  teamsStore.setState({
    by_id: Object.fromEntries(teams.map((team) => [team.id, team])),
    my_members: Object.fromEntries(members.filter((member) => member.delete_at === 0).map((member) => [member.team_id, member])),
  });
}

export function receiveTeam(team: Team): void {
  teamsStore.setState(({ by_id }) => {
    const known = by_id[team.id];
    // Events leave out what only some may know.
    const kept = known ? { email: team.email || known.email, invite_id: team.invite_id || known.invite_id } : {};
    return { by_id: { ...by_id, [team.id]: { ...team, ...kept } } };
  });
}

export function receiveMyTeamMember(member: TeamMember): void {
  teamsStore.setState(({ my_members }) => ({ my_members: { ...my_members, [member.team_id]: member } }));
}

export function dropTeam(team_id: Id): void {
  teamsStore.setState(({ by_id, my_members, current_team_id }) => {
    const { [team_id]: _team, ...teams } = by_id;
    const { [team_id]: _member, ...members } = my_members;
    return { by_id: teams, my_members: members, current_team_id: current_team_id === team_id ? '' : current_team_id };
  });
}

export function setCurrentTeam(team_id: Id): void {
  if (teamsStore.getState().current_team_id !== team_id) teamsStore.setState({ current_team_id: team_id });
}

export function forgetTeams(): void {
  teamsStore.setState({ by_id: {}, my_members: {}, current_team_id: '' });
}

/** The team of the page; undefined outside of any team. */
export function currentTeam(): Team | undefined {
  const { by_id, current_team_id } = teamsStore.getState();
  return by_id[current_team_id];
}

export function useCurrentTeam(): Team | undefined {
  return teamsStore((state) => state.by_id[state.current_team_id]);
}

export function useTeam(team_id: Id): Team | undefined {
  return teamsStore((state) => state.by_id[team_id]);
}

export function useTeamByName(name: string | undefined): Team | undefined {
  return teamsStore((state) => Object.values(state.by_id).find((team) => team.name === name && state.my_members[team.id]));
}

export function useMyTeamMember(team_id: Id): TeamMember | undefined {
  return teamsStore((state) => state.my_members[team_id]);
}

/** My teams by name. */
export function useMyTeams(): Team[] {
  const by_id = teamsStore((state) => state.by_id);
  const my_members = teamsStore((state) => state.my_members);
  return useMemo(() => sortedTeams(by_id, my_members), [by_id, my_members]);
}

export function myTeams(): Team[] {
  const { by_id, my_members } = teamsStore.getState();
  return sortedTeams(by_id, my_members);
}

function sortedTeams(by_id: Record<Id, Team>, my_members: Record<Id, TeamMember>): Team[] {
  return Object.values(by_id)
    .filter((team) => my_members[team.id] && team.delete_at === 0)
    .sort((a, b) => a.display_name.localeCompare(b.display_name) || a.id.localeCompare(b.id));
}
