import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { changeUser, needUser } from '../change-user.ts';
import { isPasswordOf } from '../confirm-password.ts';
import { profileInput } from '../profile-input.ts';
import { selfOrManager } from '../users.permissions.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import type { User } from '../../wire/index.ts';
import type { Profile } from '../users.store.ts';

const input = z.object({ user_id: fields.id(), ...profileInput });

export const updateUser = action({
  name: 'update-user',
  summary: 'Replaces the profile of an account.',
  input: input.extend({ id: z.string().default('') }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, id, password, ...given }) => {
    if (id !== user_id) throw invalidBody('id', 'It must be that of the address.');
    await confirmAddress(ctx, user_id, given.email, password);
    const text = (value: string | null | undefined) => value ?? '';
    const user = await changeUser(ctx, user_id, (old) => ({
      ...identityOf(old, { username: text(given.username), email: text(given.email) }),
      nickname: text(given.nickname),
      first_name: text(given.first_name),
      last_name: text(given.last_name),
      position: text(given.position),
      locale: given.locale || old.locale,
      timezone: given.timezone ?? null,
      notify_props: given.notify_props ? { ...old.notify_props!, ...given.notify_props } : old.notify_props,
      props: given.props ?? old.props,
    }));
    return sanitizeUser(user, ctx);
  },
});

export const patchUser = action({
  name: 'patch-user',
  summary: 'Changes the given fields of a profile and leaves the others.',
  input,
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, password, ...given }) => {
    await confirmAddress(ctx, user_id, given.email, password);
    const user = await changeUser(ctx, user_id, (old) => {
      const { username, email, notify_props, ...rest } = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as Partial<User>;
      return { ...rest, ...identityOf(old, { username: username ?? old.username, email: email ?? old.email }), ...(notify_props ? { notify_props: { ...old.notify_props!, ...notify_props } } : {}) };
    });
    return sanitizeUser(user, ctx);
  },
});

// Whoever finds an open browser must not be able to take the account over by way of its address.
async function confirmAddress(ctx: Ctx, user_id: string, email: string | null | undefined, password: string | null | undefined): Promise<void> {
  const user = await needUser(ctx, user_id);
  if (email === null || email === undefined || email.trim().toLowerCase() === user.email) return;
  if (user_id !== ctx.actor.user_id || user.is_bot || (await hasPermission(ctx, 'manage_system'))) return;
  if (!password) throw invalidBody('password', 'A change of the address needs the current password.');
  if (!(await isPasswordOf(ctx, user, password))) throw userError('api.user.check_user_password.invalid.app_error', 'The password is wrong.', 401);
}

function identityOf(old: User, given: Pick<Profile, 'username' | 'email'>): Pick<Profile, 'username' | 'email' | 'email_verified'> {
  const email = given.email.trim().toLowerCase();
  return { username: given.username.trim().toLowerCase(), email, email_verified: email === old.email && old.email_verified };
}
