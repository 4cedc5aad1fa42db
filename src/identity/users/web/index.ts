import { Bell, Palette, UserRound } from 'lucide-react';
import { lazy } from 'react';
import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { settings_messages } from './settings/settings.messages.ts';
import { fetchMe } from './users.client.ts';
import { forgetMissing } from './users.missing.ts';
import { listenToUsers } from './users.realtime.ts';
import { forgetUsers } from './users.state.ts';
import { PersonalFormats } from './you/PersonalFormats.tsx';
import { YourMenu } from './you/YourMenu.tsx';

export { pictureUrl, UserAvatar } from './components/UserAvatar.tsx';
export { PeoplePicker } from './picker/PeoplePicker.tsx';
export { ProfileCard } from './profile/ProfileCard.tsx';
export { ProfilePopover } from './profile/ProfilePopover.tsx';
export { profile_slots } from './profile/profile.slots.ts';
export { customStatusOf } from './custom-status.ts';
export { autocompleteUsers, fetchMe, searchUsers, fetchUsers, findUserByUsername } from './users.client.ts';
export { wantUsers } from './users.missing.ts';
export { displayName, useDisplayName, useFormatName } from './users.names.ts';
export { getMe, getUser, patchUser, receiveUsers, useMe, usersStore, useUser, useUserByUsername, useUsers } from './users.state.ts';

export default defineWebFeature({
  name: 'users',
  start: listenToUsers,
  load: async () => void (await fetchMe()),
  forget: () => {
    forgetUsers();
    forgetMissing();
  },
  slots: [
    shell_slots.account.add(YourMenu),
    shell_slots.background.add(PersonalFormats),
    shell_slots.settings.add({ id: 'profile', title: settings_messages.profile, icon: UserRound, component: lazy(() => import('./settings/ProfileSettings.tsx')) }),
    shell_slots.settings.add({ id: 'notifications', title: settings_messages.notifications, icon: Bell, component: lazy(() => import('./settings/NotificationSettings.tsx')) }),
    shell_slots.settings.add({ id: 'display', title: settings_messages.display, icon: Palette, component: lazy(() => import('./settings/DisplaySettings.tsx')) }),
  ],
});
