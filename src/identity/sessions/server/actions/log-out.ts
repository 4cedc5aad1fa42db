import { z } from 'zod';
import { action, anyone } from '#kernel/server/index.ts';
import { revokeSession } from '../sessions.ts';

export const logOut = action({
  name: 'log-out',
  summary: 'Ends the session of the caller.',
  input: z.object({}),
  permission: anyone('whose session is over already is answered the same'),
  run: async (ctx) => {
    if (ctx.actor.session_id) await revokeSession(ctx, ctx.actor.session_id);
  },
});
