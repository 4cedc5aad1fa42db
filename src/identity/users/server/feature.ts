import { actionGuard, createAdministrator, defineFeature, listenTo, topicsOfUser } from '#kernel/server/index.ts';
import { grants } from '#identity/roles/server/feature.ts';
import { addAdministrator } from './administrator.ts';
import { guestFrames, watchGuestAccounts } from './guest-accounts.ts';
import { flushLastLogins } from './last-logins.ts';
import { sealSecrets } from './mfa-secrets.ts';
import { demandMfaSetUp } from './mfa.guard.ts';
import { ADMIN_TOPIC, frames, userRolesChanged } from './users.events.ts';
import { isGuest, rolesOf } from './users.rules.ts';
import { routes } from './users.routes.ts';
import { settings } from './users.settings.ts';

export { changeUser, needUser, noteLogIn, setUserActive, setUserRoles } from './change-user.ts';
export { becomeBot, becomePerson } from './convert-account.ts';
export { demandUnlocked, isPasswordOf, noteFailure } from './confirm-password.ts';
export { createUser, hasAccounts, type NewUser } from './create-user.ts';
export { demandMfaCode } from './mfa.ts';
export { systemBot } from './system-bot.ts';
export { mailLetter, mailTo, sendMail, type Mail } from './user-tokens.ts';
export { forgetUser, getUser, getUserByEmail, getUserByUsername, getUsers, getUsersByUsernames, peekUser } from './users.cache.ts';
export { userActivated, userCreated, userDeactivated, userPictureChanged, userRolesChanged, userUpdated } from './users.events.ts';
export { afterUserCreated, endSessions, guestChanged, ownFields, signUpInvitation, userErased, userManagers, userOrders, userScopes, usernameTaken, type Invitation, type UserOrder, type UserScope } from './users.extensions.ts';
export { countUsers, escapeLike, findUsers } from './queries/user-filter.ts';
export { mayManage, onOthers, selfOrManager } from './users.permissions.ts';
export { withOwnFields } from './own-fields.ts';
export { actorOf, displayName, isAllowedDomain, isEmail, isGuest, isUsername, rolesOf, toUsername } from './users.rules.ts';
export { enableGuestAccounts, restrictCreationToDomains, restrictGuestsToDomains, requireEmailVerification, showEmailAddress, showFullName } from './users.settings.ts';
export { sanitizeListed, sanitizeUser } from './users.sanitize.ts';
export { toUser, USER_COLUMNS } from './users.store.ts';
export { canSeeUser, demandVisible, seesEverybody, visibleOf } from './users.visibility.ts';

export const usersFeature = defineFeature({
  name: 'users',
  area: 'identity',
  summary: 'Accounts of people and bots.',
  tables: ['users', 'user_credentials', 'user_tokens'],
  routes,
  frames: [...frames, ...guestFrames],
  settings,
  listeners: [
    listenTo(userRolesChanged, ({ app }, { user }) => {
      app.hub.setRoles(user.id, rolesOf(user), isGuest(user));
      if (grants(app, rolesOf(user), 'manage_system')) app.hub.join(user.id, ADMIN_TOPIC);
      else app.hub.leave(user.id, ADMIN_TOPIC);
    }),
  ],
  start: async (app) => {
    await sealSecrets(app);
    watchGuestAccounts(app);
    return () => flushLastLogins(app);
  },
  contributes: [
    createAdministrator.add(addAdministrator),
    actionGuard.add(demandMfaSetUp),
    topicsOfUser.add(async (app, actor) => (grants(app, actor.roles, 'manage_system') ? [ADMIN_TOPIC] : [])),
  ],
});
