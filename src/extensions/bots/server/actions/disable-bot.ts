import { z } from 'zod';
import { setUserActive } from '#identity/users/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { loadBot, managesBot } from '../bots.permissions.ts';

/** Stops a bot: its tokens no longer let it in. */
export const disableBot = action({
  name: 'disable-bot',
  summary: 'Disable a bot.',
  input: z.object({ bot_user_id: fields.id() }),
  permission: managesBot,
  run: async (ctx, { bot_user_id }) => {
    await setUserActive(ctx, bot_user_id, false);
    return loadBot(ctx, bot_user_id);
  },
});
