import { z } from 'zod';
import { action, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser, setUserRoles } from '../change-user.ts';
import { userRolesChanged, userUpdated } from '../users.events.ts';
import { guestChanged } from '../users.extensions.ts';
import { onOthers } from '../users.permissions.ts';
import { isGuest, rolesOf } from '../users.rules.ts';
import { enableGuestAccounts } from '../users.settings.ts';

export const promoteGuest = action({
  name: 'promote-guest',
  summary: 'Makes a guest a member.',
  input: z.object({ user_id: fields.id() }),
  permission: inSystem('promote_guest'),
  run: async (ctx, { user_id }) => {
    const user = await needUser(ctx, user_id);
    if (!isGuest(user)) throw userError('api.user.promote_guest_to_user.no_guest.app_error', 'This account is not a guest.', 501);
    await change(ctx, user_id, rolesOf(user).map((name) => (name === 'system_guest' ? 'system_user' : name)), false);
  },
});

export const demoteToGuest = action({
  name: 'demote-to-guest',
  summary: 'Makes a member a guest, who sees only the own channels.',
  input: z.object({ user_id: fields.id() }),
  permission: onOthers('demote_to_guest'),
  run: async (ctx, { user_id }) => {
    const user = await needUser(ctx, user_id);
    if (!ctx.settings.get(enableGuestAccounts)) throw userError('api.team.demote_user_to_guest.disabled.error', 'Guest accounts are switched off.', 501);
    if (isGuest(user)) throw userError('api.user.demote_user_to_guest.already_guest.app_error', 'This account is a guest already.', 501);
    await change(ctx, user_id, ['system_guest'], true);
  },
});

async function change(ctx: Ctx, user_id: string, roles: string[], is_guest: boolean): Promise<void> {
  const user = await setUserRoles(ctx, user_id, roles.join(' '));
  for (const follow of ctx.app.all(guestChanged)) await follow(ctx, user_id, is_guest);
  ctx.emit(userRolesChanged, { user });
  ctx.emit(userUpdated, { app: ctx.app, user });
}
