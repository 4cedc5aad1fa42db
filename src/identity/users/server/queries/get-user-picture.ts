import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { defaultPicture, givenPicture } from '../pictures.ts';
import { demandVisible } from '../users.visibility.ts';

const open = signedIn('pictures are shown wherever the person is; guests see those of people in their channels');

export const getPicture = query({
  name: 'get-user-picture',
  summary: 'Gets the picture of an account.',
  input: z.object({ user_id: fields.id() }),
  permission: open,
  run: async (ctx, { user_id }) => {
    await demandVisible(ctx, user_id);
    const user = await needUser(ctx, user_id);
    return { user, load: async () => (await givenPicture(ctx.app, user)) ?? (await defaultPicture(user)) };
  },
});
