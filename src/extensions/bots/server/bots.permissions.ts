import { hasPermission } from '#identity/roles/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Bot } from '../wire/index.ts';
import { findBot } from './bots.store.ts';

/** The bot, or a 404. Who may neither read nor manage it does not learn that it exists. */
export async function loadBot(ctx: Ctx, bot_user_id: string): Promise<Bot> {
  const bot = await findBot(ctx.db, bot_user_id);
  if (!bot) throw missingBot();
  return bot;
}

/** Whether the actor may see this bot: one's own, or with a right of its own those of others. */
export function mayRead(ctx: Ctx, bot: Bot): Promise<boolean> {
  return hasPermission(ctx, bot.owner_id === ctx.actor.user_id ? 'read_bots' : 'read_others_bots');
}

/** Whether the actor may change this bot. */
export function mayManage(ctx: Ctx, bot: Bot): Promise<boolean> {
  return hasPermission(ctx, bot.owner_id === ctx.actor.user_id ? 'manage_bots' : 'manage_others_bots');
}

/** Rule: may change the bot that the input names. */
export const managesBot: PermissionRule<{ bot_user_id: string }> = {
  scope: 'object',
  ids: ['manage_bots', 'manage_others_bots'],
  check: async (ctx, { bot_user_id }) => {
    const bot = await loadBot(ctx, bot_user_id);
    if (await mayManage(ctx, bot)) return true;
    if (!(await mayRead(ctx, bot))) throw missingBot();
    return false;
  },
};

/** Whether the account is a bot that the actor manages. */
export async function isManagedBot(ctx: Ctx, user_id: string): Promise<boolean> {
  const bot = ctx.actor.user_id ? await findBot(ctx.db, user_id) : undefined;
  return bot !== undefined && mayManage(ctx, bot);
}

export function missingBot() {
  return userError('store.sql_bot.get.missing.app_error', 'There is no such bot.', 404);
}
