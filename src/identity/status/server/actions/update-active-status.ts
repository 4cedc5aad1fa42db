import { z } from 'zod';
import { action, signedIn } from '#kernel/server/index.ts';
import { markActive, markIdle } from '../status.ts';

export const updateActiveStatus = action({
  name: 'update-active-status',
  summary: 'Tells that the person has just done something, or has stopped.',
  input: z.object({ user_is_active: z.boolean(), manual: z.boolean().nullish() }),
  permission: signedIn('it is about oneself'),
  unaudited: 'presence changes all the time and matters to nobody later',
  run: async (ctx, { user_is_active }) => {
    await (user_is_active ? markActive(ctx.app, ctx.actor.user_id) : markIdle(ctx.app, ctx.actor.user_id));
  },
});
