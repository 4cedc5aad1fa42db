import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { becomePerson, sanitizeUser } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { loadBot } from '../bots.permissions.ts';
import { deleteBot } from '../bots.store.ts';

const text = () => z.string().nullish().transform((value) => value ?? undefined);

export const convertBotToUser = action({
  name: 'convert-bot-to-user',
  summary: "Makes a bot's account one of a person, with a password.",
  input: z.object({ bot_user_id: fields.id(), set_system_admin: fields.queryFlag(), password: text(), username: text(), email: text(), nickname: text(), first_name: text(), last_name: text(), position: text(), locale: text() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { bot_user_id, set_system_admin, password, ...profile }) => {
    await loadBot(ctx, bot_user_id);
    if (!password) throw invalidBody('password', 'A person logs in with a password: give one.');
    const user = await becomePerson(ctx, bot_user_id, { password, profile, is_admin: set_system_admin });
    await deleteBot(ctx.db, bot_user_id);
    return sanitizeUser(user, ctx);
  },
});
