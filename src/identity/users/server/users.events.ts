import { defineEvent, framesOf, toAll, toUser, type App, type Frame } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { adminView, ownView, publicView } from './users.sanitize.ts';

type Changed = { app: App; user: User; old?: User };

/** An account was created. */
export const userCreated = defineEvent<{ user: User }>('user.created');
/** Something that others see of an account has changed; `old` is what it was before, where that is known. */
export const userUpdated = defineEvent<Changed>('user.updated');
/** The picture of an account has changed. */
export const userPictureChanged = defineEvent<{ app: App; user: User }>('user.picture-changed');
/** The system-wide roles of an account have changed. */
export const userRolesChanged = defineEvent<{ user: User }>('user.roles-changed');
export const userDeactivated = defineEvent<{ user: User }>('user.deactivated');
export const userActivated = defineEvent<{ user: User }>('user.activated');

/** Followed by the connections of administrators, who get fuller frames. */
export const ADMIN_TOPIC = 'users.administrators';

export const frames = [
  framesOf(userCreated, ({ user }) => ({ event: 'new_user', data: { user_id: user.id }, ...toAll() })),
  framesOf(userUpdated, ({ app, user }) => updateFrames(app, user)),
  framesOf(userPictureChanged, ({ app, user }) => ({ event: 'user_updated', data: { user: publicView(app, user) }, ...toAll() })),
  framesOf(userRolesChanged, ({ user }) => ({ event: 'user_role_updated', data: { user_id: user.id, roles: user.roles }, ...toUser(user.id) })),
  // Of bots the protocol tells only that they were updated.
  framesOf(userDeactivated, ({ user }) => (user.is_bot ? null : { event: 'user_activation_status_change', data: {}, ...toAll() })),
  framesOf(userActivated, ({ user }) => (user.is_bot ? null : { event: 'user_activation_status_change', data: {}, ...toAll() })),
];

// The owner, administrators and everybody else each get what they may see.
function updateFrames(app: App, user: User): Frame[] {
  const omit_users = { [user.id]: true };
  return [
    { event: 'user_updated', data: { user: ownView(user) }, ...toUser(user.id) },
    { event: 'user_updated', data: { user: adminView(user) }, topics: [ADMIN_TOPIC], broadcast: { omit_users, contains_sensitive_data: true } },
    { event: 'user_updated', data: { user: publicView(app, user) }, topics: ['all'], except_topics: [ADMIN_TOPIC], broadcast: { omit_users, contains_sanitized_data: true } },
  ];
}
