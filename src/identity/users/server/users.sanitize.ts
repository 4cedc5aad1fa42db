import type { App, Ctx } from '#kernel/server/index.ts';
import { grants } from '#identity/roles/server/feature.ts';
import type { User } from '../wire/index.ts';
import { showEmailAddress, showFullName } from './users.settings.ts';

/** The account as this viewer may see it: whole for its owner, nearly whole for administrators, the public part for others. */
export function sanitizeUser(user: User, viewer: Pick<Ctx, 'app' | 'actor'>): User {
  return user.id === viewer.actor.user_id ? ownView(user) : sanitizeListed(user, viewer);
}

/** The same in a list, where one finds oneself as others do. */
export function sanitizeListed(user: User, viewer: Pick<Ctx, 'app' | 'actor'>): User {
  return grants(viewer.app, viewer.actor.roles, 'manage_system') ? adminView(user) : publicView(viewer.app, user);
}

/** As its owner sees it. */
export function ownView(user: User): User {
  return leaveOutEmpty(user);
}

/** As an administrator sees it. */
export function adminView(user: User): User {
  return { ...leaveOutEmpty({ ...user, auth_data: null, allow_marketing: false }), auth_data: '' };
}

/** As everybody else sees it. */
export function publicView(app: App, user: User): User {
  const hidden: Partial<User> = { email_verified: false, allow_marketing: false, notify_props: null, last_password_update: 0, failed_attempts: 0, last_login: 0, mfa_active: false };
  if (!app.settings.get(showEmailAddress)) hidden.email = '';
  if (!app.settings.get(showFullName)) Object.assign(hidden, { first_name: '', last_name: '' });
  return { ...leaveOutEmpty({ ...user, ...hidden, auth_data: null, auth_service: '' }), auth_data: '' };
}

// Fields that the protocol leaves out when they say nothing.
const OPTIONAL = ['auth_data', 'email_verified', 'allow_marketing', 'props', 'notify_props', 'last_password_update', 'last_picture_update', 'failed_attempts', 'mfa_active', 'is_bot', 'bot_description', 'last_login'] as const;

function leaveOutEmpty(user: User): User {
  const out: Partial<User> = { ...user };
  for (const field of OPTIONAL) if (isEmpty(out[field])) delete out[field];
  return out as User;
}

function isEmpty(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0);
}
