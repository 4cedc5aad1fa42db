import { route, type Routes } from '#kernel/server/index.ts';
import { assignBot } from './actions/assign-bot.ts';
import { convertBotToUser } from './actions/convert-bot-to-user.ts';
import { convertUserToBot } from './actions/convert-user-to-bot.ts';
import { createBot } from './actions/create-bot.ts';
import { disableBot } from './actions/disable-bot.ts';
import { enableBot } from './actions/enable-bot.ts';
import { patchBot } from './actions/patch-bot.ts';
import { getBot } from './queries/get-bot.ts';
import { listBots } from './queries/list-bots.ts';

export const botsRoutes: Routes = {
  'GET /api/v4/bots': route({ action: listBots, has_etag: true }),
  'POST /api/v4/bots': { action: createBot, status: 201 },
  'GET /api/v4/bots/:bot_user_id': route({ action: getBot, has_etag: true }),
  'PUT /api/v4/bots/:bot_user_id': patchBot,
  'POST /api/v4/bots/:bot_user_id/disable': disableBot,
  'POST /api/v4/bots/:bot_user_id/enable': enableBot,
  'POST /api/v4/bots/:bot_user_id/convert_to_user': convertBotToUser,
  'POST /api/v4/users/:user_id/convert_to_bot': convertUserToBot,
  'POST /api/v4/bots/:bot_user_id/assign/:user_id': assignBot,
};
