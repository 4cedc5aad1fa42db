import { team_slots } from '#identity/teams/web/index.ts';
import { defineWebFeature } from '#kernel/web/index.ts';
import { GroupsMenuItem } from './components/GroupsMenuItem.tsx';
import { fetchMyGroups } from './groups.client.ts';
import { listenToGroups } from './groups.realtime.ts';
import { forgetGroups } from './groups.state.ts';

export { GroupPopover } from './components/GroupMention.tsx';
export { searchGroups } from './groups.client.ts';
export { myGroupNames, useGroupByName, useMyGroupNames } from './groups.state.ts';

export default defineWebFeature({
  name: 'groups',
  start: listenToGroups,
  load: () => fetchMyGroups().catch(() => undefined),
  forget: forgetGroups,
  slots: [team_slots.menu.add(GroupsMenuItem)],
});
