import type { Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { createUser } from './create-user.ts';
import { getUserByUsername } from './users.cache.ts';
import { SYSTEM_BOT } from './users.rules.ts';

/** The account in whose name the server itself writes to people; made when it is needed first. Nobody else can have its name. */
export async function systemBot(ctx: Ctx): Promise<User> {
  const known = await getUserByUsername(ctx.app, SYSTEM_BOT);
  if (known) return known;
  try {
    return await createUser(ctx, { username: SYSTEM_BOT, email: `${SYSTEM_BOT}@localhost`, first_name: 'System', is_bot: true, bot_description: 'Speaks for the server.' });
  } catch (error) {
    // Another call made it at the same moment.
    const made = await getUserByUsername(ctx.app, SYSTEM_BOT);
    if (made) return made;
    throw error;
  }
}
