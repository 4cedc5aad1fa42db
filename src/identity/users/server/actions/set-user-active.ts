import { z } from 'zod';
import { action, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { needUser, setUserActive } from '../change-user.ts';
import { isAdministrator } from '../users.permissions.ts';
import { isGuest } from '../users.rules.ts';
import { enableGuestAccounts, enableUserDeactivation } from '../users.settings.ts';

export const setActive = action({
  name: 'set-user-active',
  summary: 'Deactivates an account, which ends its sessions at once, or activates it again.',
  input: z.object({ user_id: fields.id(), active: z.boolean() }),
  permission: { scope: 'self', ids: ['sysconsole_write_user_management_users'], check: demandMay },
  run: async (ctx, { user_id, active }) => {
    const user = await needUser(ctx, user_id);
    if (user_id === ctx.actor.user_id && !active && !ctx.settings.get(enableUserDeactivation) && !(await hasPermission(ctx, 'manage_system'))) {
      throw userError('api.user.update_active.not_enable.app_error', 'People cannot deactivate their own accounts on this server.', 401);
    }
    if (active && isGuest(user) && !ctx.settings.get(enableGuestAccounts)) throw userError('api.user.update_active.cannot_enable_guest_when_guest_feature_is_disabled.app_error', 'Guest accounts are switched off.', 401);
    await setUserActive(ctx, user_id, active);
  },
});

async function demandMay(ctx: Ctx, { user_id, active }: { user_id: string; active: boolean }): Promise<boolean> {
  if (ctx.actor.user_id === user_id && !active) return true;
  const may = (await hasPermission(ctx, 'sysconsole_write_user_management_users')) && (!isAdministrator(ctx, await needUser(ctx, user_id)) || (await hasPermission(ctx, 'manage_system')));
  if (!may) throw userError('api.user.update_active.permissions.app_error', 'You do not have the appropriate permissions.', 403);
  return true;
}
