import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { forgetUser } from '../users.cache.ts';
import { onOthers } from '../users.permissions.ts';
import { clearFailedAttempts } from '../users.store.ts';

export const resetFailedAttempts = action({
  name: 'reset-failed-attempts',
  summary: 'Unlocks an account that was locked by wrong passwords.',
  input: z.object({ user_id: fields.id() }),
  permission: onOthers('sysconsole_write_user_management_users'),
  run: async (ctx, { user_id }) => {
    await needUser(ctx, user_id);
    await clearFailedAttempts(ctx.db, user_id);
    forgetUser(ctx.app, user_id);
  },
});
