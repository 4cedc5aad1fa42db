import type { TeamEvents } from '#identity/teams/wire/index.ts';
import { myUserId, parseJsonText, realtime } from '#kernel/web/index.ts';
import { enterTeam } from './teams.client.ts';
import { dropTeam, receiveMyTeamMember, receiveTeam, teamsStore } from './teams.state.ts';

export function listenToTeams(): void {
  realtime.on<TeamEvents['added_to_team']>('added_to_team', ({ team_id, user_id }) => {
    if (user_id === myUserId()) void enterTeam(team_id).catch(() => undefined);
  });
  realtime.on<TeamEvents['leave_team']>('leave_team', ({ team_id, user_id }) => {
    if (user_id === myUserId()) dropTeam(team_id);
  });
  realtime.on<TeamEvents['update_team']>('update_team', (data) => receiveTeam(parseJsonText(data.team)));
  realtime.on<TeamEvents['restore_team']>('restore_team', (data) => receiveTeam(parseJsonText(data.team)));
  realtime.on<TeamEvents['delete_team']>('delete_team', (data) => dropTeam(parseJsonText(data.team).id));
  realtime.on<TeamEvents['memberrole_updated']>('memberrole_updated', (data) => {
    const member = parseJsonText(data.member);
    if (member.user_id === myUserId() && teamsStore.getState().my_members[member.team_id]) receiveMyTeamMember(member);
  });
}
