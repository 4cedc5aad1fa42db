import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser } from '../change-user.ts';
import { isGuest, rolesOf } from '../users.rules.ts';
import { setGuest } from '../set-guest.ts';

export const promoteGuest = action({
  name: 'promote-guest',
  summary: 'Makes a guest a member.',
  input: z.object({ user_id: fields.id() }),
  permission: inSystem('promote_guest'),
  run: async (ctx, { user_id }) => {
    const user = await needUser(ctx, user_id);
    if (!isGuest(user)) throw userError('api.user.promote_guest_to_user.no_guest.app_error', 'This account is not a guest.', 501);
    await setGuest(ctx, user_id, rolesOf(user).map((name) => (name === 'system_guest' ? 'system_user' : name)), false);
  },
});
