import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { TeamRail } from './components/TeamRail.tsx';
import { TeamScope } from './components/TeamScope.tsx';
import { CreateTeamPage } from './pages/CreateTeamPage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { SelectTeamPage } from './pages/SelectTeamPage.tsx';
import { fetchMyTeams } from './teams.client.ts';
import { listenToTeams } from './teams.realtime.ts';
import { forgetTeams } from './teams.state.ts';

export { InviteDialog } from './components/InviteDialog.tsx';
export { TeamHeading } from './components/TeamHeading.tsx';
export { fetchInvite, joinByInvite, joinByToken, myLoadedTeams } from './teams.client.ts';
export { team_slots } from './teams.slots.ts';
export { currentTeam, myTeams, receiveMyTeamMember, receiveTeam, setCurrentTeam, teamsStore, useCurrentTeam, useMyTeamMember, useMyTeams, useTeam, useTeamByName } from './teams.state.ts';

export default defineWebFeature({
  name: 'teams',
  start: listenToTeams,
  load: fetchMyTeams,
  forget: forgetTeams,
  routes: [
    { path: '/', component: HomePage, place: 'session' },
    { path: '/select_team', component: SelectTeamPage, place: 'session' },
    { path: '/create_team', component: CreateTeamPage, place: 'session' },
  ],
  slots: [shell_slots.rail.add(TeamRail), shell_slots.background.add(TeamScope)],
});
