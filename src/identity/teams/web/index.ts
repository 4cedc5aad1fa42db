import { defineWebFeature } from '#kernel/web/index.ts';
import { fetchMyTeams } from './teams.client.ts';
import { listenToTeams } from './teams.realtime.ts';
import { forgetTeams } from './teams.state.ts';

export { currentTeam, myTeams, receiveMyTeamMember, receiveTeam, setCurrentTeam, teamsStore, useCurrentTeam, useMyTeamMember, useMyTeams, useTeam, useTeamByName } from './teams.state.ts';

export default defineWebFeature({
  name: 'teams',
  start: listenToTeams,
  load: fetchMyTeams,
  forget: forgetTeams,
});
