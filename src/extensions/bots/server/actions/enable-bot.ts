import { z } from 'zod';
import { setUserActive } from '#identity/users/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { loadBot, managesBot } from '../bots.permissions.ts';

/** Lets a disabled bot work again. */
export const enableBot = action({
  name: 'enable-bot',
  summary: 'Enable a bot.',
  input: z.object({ bot_user_id: fields.id() }),
  permission: managesBot,
  run: async (ctx, { bot_user_id }) => {
    await setUserActive(ctx, bot_user_id, true);
    return loadBot(ctx, bot_user_id);
  },
});
