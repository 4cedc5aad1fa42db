import type { EmailInviteWithError, Team, TeamInviteInfo, TeamMember, TeamPatch, TeamType } from '#identity/teams/wire/index.ts';
import { api, myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { dropTeam, myTeams, receiveMyTeamMember, receiveTeam, replaceMyTeams } from './teams.state.ts';

let loading: Promise<void> = Promise.resolve();

export function fetchMyTeams(): Promise<void> {
  loading = loadMyTeams();
  return loading;
}

/** My teams by name, once those that are on their way are here: for what other features load by team. */
export async function myLoadedTeams(): Promise<Team[]> {
  await loading;
  return myTeams();
}

async function loadMyTeams(): Promise<void> {
  const [teams, members] = await Promise.all([api.get<Team[]>('/api/v4/users/me/teams'), api.get<TeamMember[]>('/api/v4/users/me/teams/members')]);
  replaceMyTeams(teams, members);
}

/** Creates a team with the person as its administrator. Throws ApiError. */
export async function createTeam(team: { name: string; display_name: string; type: TeamType }): Promise<Team> {
  const created = await api.post<Team>('/api/v4/teams', team);
  await enterTeam(created.id);
  return created;
}

/** Teams that anybody may join, without those the person is in. */
export async function fetchOpenTeams(page: number): Promise<Team[]> {
  const teams = await api.get<Team[]>('/api/v4/teams', { page, per_page: 100 });
  return teams.filter((team) => team.allow_open_invite && team.delete_at === 0);
}

export async function joinTeam(team_id: Id): Promise<void> {
  await api.post<TeamMember>(`/api/v4/teams/${team_id}/members`, { team_id, user_id: myUserId() });
  await enterTeam(team_id);
}

/** Joins the team of an invitation; answers with the team. Throws ApiError. */
export async function joinByInvite(invite_id: string): Promise<Team> {
  const member = await api.post<TeamMember>(`/api/v4/teams/members/invite?invite_id=${encodeURIComponent(invite_id)}`);
  return enterTeam(member.team_id);
}

/** Joins the team to which a mail invited. Throws ApiError. */
export async function joinByToken(token: string): Promise<Team> {
  const member = await api.post<TeamMember>(`/api/v4/teams/members/invite?token=${encodeURIComponent(token)}`);
  return enterTeam(member.team_id);
}

/** Invites people by mail and tells which addresses could not be. Throws ApiError. */
export async function inviteByMail(team_id: Id, emails: string[]): Promise<string[]> {
  const results = await api.post<EmailInviteWithError[]>(`/api/v4/teams/${team_id}/invite/email?graceful=true`, emails);
  return results.filter((one) => one.error).map((one) => one.email);
}

export async function fetchInvite(invite_id: string): Promise<TeamInviteInfo> {
  return api.get<TeamInviteInfo>(`/api/v4/teams/invite/${encodeURIComponent(invite_id)}`);
}

export async function leaveTeam(team_id: Id): Promise<void> {
  await api.delete(`/api/v4/teams/${team_id}/members/${myUserId()}`);
  dropTeam(team_id);
}

export async function patchTeam(team_id: Id, patch: TeamPatch): Promise<void> {
  receiveTeam(await api.put<Team>(`/api/v4/teams/${team_id}/patch`, patch));
}

export async function regenerateInvite(team_id: Id): Promise<void> {
  receiveTeam(await api.post<Team>(`/api/v4/teams/${team_id}/regenerate_invite_id`));
}

/** Whether a team with this name exists; names are unique on the server. */
export async function doesTeamExist(name: string): Promise<boolean> {
  return (await api.get<{ exists: boolean }>(`/api/v4/teams/name/${encodeURIComponent(name)}/exists`)).exists;
}

/** Adds people to a team by their ids. Throws ApiError. */
export async function addTeamMembers(team_id: Id, user_ids: Id[]): Promise<void> {
  await api.post(`/api/v4/teams/${team_id}/members/batch`, user_ids.map((user_id) => ({ team_id, user_id })));
}

/** Fetches a team with everything that the person may know of it. */
export async function fetchTeam(team_id: Id): Promise<void> {
  receiveTeam(await api.get<Team>(`/api/v4/teams/${team_id}`));
}

/** Fetches a team one has just come into. */
export async function enterTeam(team_id: Id): Promise<Team> {
  const [team, member] = await Promise.all([
    api.get<Team>(`/api/v4/teams/${team_id}`),
    api.get<TeamMember>(`/api/v4/teams/${team_id}/members/${myUserId()}`),
  ]);
  receiveTeam(team);
  receiveMyTeamMember(member);
  return team;
}
