import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { needUser, setUserActive } from '../change-user.ts';
import { eraseUser } from '../erase-user.ts';
import { selfOrManager } from '../users.permissions.ts';
import { enableUserDeactivation, enableUserDeletion } from '../users.settings.ts';

export const deleteUser = action({
  name: 'delete-user',
  summary: 'Deactivates an account, or deletes it for good where the settings allow that.',
  input: z.object({ user_id: fields.id(), permanent: fields.queryFlag() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, permanent }) => {
    const is_admin = await hasPermission(ctx, 'manage_system');
    await needUser(ctx, user_id);
    if (user_id === ctx.actor.user_id && !ctx.settings.get(enableUserDeactivation) && !is_admin) throw userError('api.user.update_active.not_enable.app_error', 'People cannot deactivate their own accounts on this server.', 401);
    if (!permanent) return void (await setUserActive(ctx, user_id, false));
    if (!ctx.settings.get(enableUserDeletion) || !is_admin) throw userError('api.user.delete_user.not_enabled.app_error', 'Deleting accounts for good is switched off (ServiceSettings.EnableAPIUserDeletion).', 401);
    await eraseUser(ctx, user_id);
  },
});
