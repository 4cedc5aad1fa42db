import { z } from 'zod';
import { needUser } from '#identity/users/server/feature.ts';
import { action, fields, permissionError } from '#kernel/server/index.ts';
import { loadBot, managesBot } from '../bots.permissions.ts';
import { setOwner } from '../bots.store.ts';

/** Gives a bot to another owner. */
export const assignBot = action({
  name: 'assign-bot',
  summary: 'Give a bot to another owner.',
  input: z.object({ bot_user_id: fields.id(), user_id: fields.id() }),
  permission: managesBot,
  run: async (ctx, { bot_user_id, user_id }) => {
    const owner = await needUser(ctx, user_id);
    // A bot answers to somebody: it cannot own another one.
    if (owner.is_bot) throw permissionError(ctx.actor.user_id, ['assign_bot']);
    await setOwner(ctx.db, bot_user_id, user_id, ctx.now);
    return loadBot(ctx, bot_user_id);
  },
});
