import { defineMessages } from '#kernel/web/index.ts';

export const user_messages = defineMessages({
  pick: { id: 'users.pick', defaultMessage: 'People' },
  pick_hint: { id: 'users.pick.hint', defaultMessage: 'Type a name or user name' },
  remove_picked: { id: 'users.pick.remove', defaultMessage: 'Remove {name}' },
  nobody: { id: 'users.pick.nobody', defaultMessage: 'Nobody is called “{text}”.' },
  nobody_left: { id: 'users.pick.nobody_left', defaultMessage: 'Everybody who could be added is here already.' },
  results: { id: 'users.pick.results', defaultMessage: '{count, plural, =0 {Nobody found} one {# person found} other {# people found}}' },
  bot: { id: 'users.bot', defaultMessage: 'BOT' },
  guest: { id: 'users.guest', defaultMessage: 'Guest' },
  admin: { id: 'users.admin', defaultMessage: 'Administrator' },
  deactivated: { id: 'users.deactivated', defaultMessage: 'Deactivated' },
  local_time: { id: 'users.local_time', defaultMessage: '{time} local time' },
  profile_of: { id: 'users.profile_of', defaultMessage: 'Profile of {name}' },
  edit_profile: { id: 'users.edit_profile', defaultMessage: 'Edit profile' },
});
