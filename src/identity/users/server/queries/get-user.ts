import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { withOwnFields } from '../own-fields.ts';
import { needUser } from '../change-user.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { demandVisible } from '../users.visibility.ts';

const open = signedIn('people find each other; guests only those of their channels, and each field as the viewer may see it');

export const getUserById = query({
  name: 'get-user',
  summary: 'Gets an account by its id.',
  input: z.object({ user_id: fields.id() }),
  permission: open,
  run: async (ctx, { user_id }) => {
    await demandVisible(ctx, user_id);
    const user = sanitizeUser(await needUser(ctx, user_id), ctx);
    return user_id === ctx.actor.user_id ? withOwnFields(ctx, user) : user;
  },
});
