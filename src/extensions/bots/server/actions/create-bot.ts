import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { createUser } from '#identity/users/server/feature.ts';
import { action, newId, userError, type PermissionRule } from '#kernel/server/index.ts';
import { checkBot, emailOf } from '../bots.rules.ts';
import { loadBot } from '../bots.permissions.ts';
import { enableBotCreation } from '../bots.settings.ts';
import { deleteBot, insertBot } from '../bots.store.ts';

// A bot answers to somebody: it cannot make bots itself.
const createsBots: PermissionRule = { scope: 'system', ids: ['create_bot'], check: async (ctx) => !ctx.actor.is_bot && hasPermission(ctx, 'create_bot') };

/** Makes an account for a program. The actor owns it. */
export const createBot = action({
  name: 'create-bot',
  summary: 'Create a bot.',
  input: z.object({ username: z.string().transform((name) => name.trim().toLowerCase()), display_name: z.string().nullish(), description: z.string().nullish() }),
  permission: createsBots,
  run: async (ctx, { username, display_name, description }) => {
    if (!ctx.settings.get(enableBotCreation)) throw userError('api.bot.create_disabled', 'The creation of bots is switched off on this server (ServiceSettings.EnableBotAccountCreation).', 403);
    checkBot({ username, display_name, description });
    // The bot's own row first: without an account it is nothing, but an account without it would answer to nobody.
    const id = newId(ctx.now);
    await insertBot(ctx.db, { user_id: id, owner_id: ctx.actor.user_id }, ctx.now);
    try {
      await createUser(ctx, { id, username, email: emailOf(username), email_verified: true, first_name: display_name ?? '', bot_description: description ?? '', is_bot: true });
    } catch (error) {
      await deleteBot(ctx.db, id);
      throw error;
    }
    return loadBot(ctx, id);
  },
});
