import { defineWebFeature } from '#kernel/web/index.ts';
import { forgetMissing } from './users.missing.ts';
import { listenToUsers } from './users.realtime.ts';
import { forgetUsers } from './users.state.ts';

export { pictureUrl, UserAvatar } from './components/UserAvatar.tsx';
export { PeoplePicker } from './picker/PeoplePicker.tsx';
export { ProfileCard } from './profile/ProfileCard.tsx';
export { ProfilePopover } from './profile/ProfilePopover.tsx';
export { profile_slots } from './profile/profile.slots.ts';
export { customStatusOf } from './custom-status.ts';
export { autocompleteUsers, fetchMe, fetchUsers, findUserByUsername } from './users.client.ts';
export { wantUsers } from './users.missing.ts';
export { displayName, useDisplayName, useFormatName } from './users.names.ts';
export { getMe, getUser, patchUser, receiveUsers, useMe, usersStore, useUser, useUserByUsername, useUsers } from './users.state.ts';

export default defineWebFeature({
  name: 'users',
  start: listenToUsers,
  forget: () => {
    forgetUsers();
    forgetMissing();
  },
});
