import { z } from 'zod';
import { changeUser } from '#identity/users/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { checkBot, emailOf } from '../bots.rules.ts';
import { loadBot, managesBot } from '../bots.permissions.ts';

/** Changes the names and the description of a bot; what is absent stays. */
export const patchBot = action({
  name: 'patch-bot',
  summary: 'Change a bot.',
  input: z.object({ bot_user_id: fields.id(), username: z.string().nullish().transform((name) => name?.trim().toLowerCase()), display_name: z.string().nullish(), description: z.string().nullish() }),
  permission: managesBot,
  run: async (ctx, { bot_user_id, username, display_name, description }) => {
    checkBot({ username, display_name, description });
    await changeUser(ctx, bot_user_id, (user) => ({
      ...(username !== undefined && { username, email: emailOf(username) }),
      first_name: display_name ?? user.first_name,
      bot_description: description ?? user.bot_description,
    }));
    return loadBot(ctx, bot_user_id);
  },
});
