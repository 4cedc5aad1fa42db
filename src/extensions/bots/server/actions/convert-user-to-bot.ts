import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { becomeBot, needUser } from '#identity/users/server/feature.ts';
import { action, fields, userError } from '#kernel/server/index.ts';
import { loadBot } from '../bots.permissions.ts';
import { insertBot } from '../bots.store.ts';

export const convertUserToBot = action({
  name: 'convert-user-to-bot',
  summary: "Makes a person's account one of a bot of its own: its password and sessions end, its tokens stay.",
  input: z.object({ user_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { user_id }) => {
    const user = await needUser(ctx, user_id);
    if (user.is_bot) throw userError('api.user.convert_to_bot.already_bot.app_error', 'This account is a bot already.');
    if (user_id === ctx.actor.user_id) throw userError('api.user.convert_to_bot.self.app_error', 'Nobody can make a bot of himself: ask another administrator.');
    // The bot's own row first, as for a new one: it answers to itself, as the protocol has it.
    await insertBot(ctx.db, { user_id, owner_id: user_id }, ctx.now);
    await becomeBot(ctx, user_id);
    return loadBot(ctx, user_id);
  },
});
