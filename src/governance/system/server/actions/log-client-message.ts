import { z } from 'zod';
import { action, type Ctx } from '#kernel/server/index.ts';

const MAX_TEXT = 400;

export const logClientMessage = action({
  name: 'log-client-message',
  summary: 'Notes what a client complains about in the log of the server.',
  input: z.object({ level: z.string().nullish(), message: z.string().nullish() }),
  permission: { scope: 'anyone', ids: [], reason: 'refused with 403 without a session, so that a client that is logged out does not take it for the end of its session', check: (ctx: Ctx) => ctx.actor.user_id !== '' },
  unaudited: 'it goes to the log',
  run: (ctx, { level, message }) => {
    const said = { level: (level ?? '').slice(0, 16), message: (message ?? '').slice(0, MAX_TEXT) };
    ctx.log.info({ client: said, user_id: ctx.actor.user_id }, 'a client reports');
    return said;
  },
});
