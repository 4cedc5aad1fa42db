import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeUser } from '../change-user.ts';
import { profileInput } from '../profile-input.ts';
import { selfOrManager } from '../users.permissions.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import type { User } from '../../wire/index.ts';
import { confirmAddress, identityOf } from '../confirm-address.ts';

const input = z.object({ user_id: fields.id(), ...profileInput });

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
