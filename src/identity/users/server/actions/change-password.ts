import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { needUser } from '../change-user.ts';
import { isPasswordOf } from '../confirm-password.ts';
import { setPassword } from '../set-password.ts';
import { isAdministrator } from '../users.permissions.ts';
import { checkPassword } from '../users.rules.ts';

export const changePassword = action({
  name: 'change-password',
  summary: 'Sets a new password: the own one with the current one, that of others as an administrator.',
  input: z.object({ user_id: fields.id(), current_password: z.string().nullish(), new_password: z.string().nullish() }),
  permission: { scope: 'self', ids: ['sysconsole_write_user_management_users'], check: demandMay },
  run: async (ctx, { user_id, current_password, new_password }) => {
    const user = await needUser(ctx, user_id);
    if (user_id === ctx.actor.user_id) {
      if (!current_password) throw invalidBody('current_password');
      if (user.auth_service) throw userError('api.user.update_password.oauth.app_error', 'This account logs in by another service and has no password here.');
      if (!(await isPasswordOf(ctx, user, current_password))) throw userError('api.user.update_password.incorrect.app_error', 'The current password is wrong.');
    }
    checkPassword(ctx.settings, new_password ?? '');
    await setPassword(ctx, user_id, new_password ?? '');
  },
});

async function demandMay(ctx: Ctx, { user_id }: { user_id: string }): Promise<boolean> {
  if (ctx.actor.user_id === user_id) return true;
  const may = (await hasPermission(ctx, 'sysconsole_write_user_management_users')) && (!isAdministrator(ctx, await needUser(ctx, user_id)) || (await hasPermission(ctx, 'manage_system')));
  if (!may) throw userError('api.user.update_password.context.app_error', 'Only administrators can set the passwords of others.', 403);
  return true;
}
