import { z } from 'zod';
import { fields, query, type PermissionRule } from '#kernel/server/index.ts';
import { loadBot, mayRead, missingBot } from '../bots.permissions.ts';

const readsBot: PermissionRule<{ bot_user_id: string; include_deleted: boolean }> = {
  scope: 'object',
  ids: ['read_bots', 'read_others_bots'],
  check: async (ctx, { bot_user_id, include_deleted }) => {
    const bot = await loadBot(ctx, bot_user_id);
    if (!(await mayRead(ctx, bot)) || (bot.delete_at && !include_deleted)) throw missingBot();
    return true;
  },
};

/** One bot. */
export const getBot = query({
  name: 'get-bot',
  summary: 'Read a bot.',
  input: z.object({ bot_user_id: fields.id(), include_deleted: fields.queryFlag() }),
  permission: readsBot,
  run: (ctx, { bot_user_id }) => loadBot(ctx, bot_user_id),
});
