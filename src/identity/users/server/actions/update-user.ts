import { z } from 'zod';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { changeUser } from '../change-user.ts';
import { profileInput } from '../profile-input.ts';
import { selfOrManager } from '../users.permissions.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { confirmAddress, identityOf } from '../confirm-address.ts';

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
