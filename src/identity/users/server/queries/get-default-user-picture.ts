import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { defaultPicture } from '../pictures.ts';
import { demandVisible } from '../users.visibility.ts';

const open = signedIn('pictures are shown wherever the person is; guests see those of people in their channels');

export const getDefaultPicture = query({
  name: 'get-default-user-picture',
  summary: 'Gets the picture made of the name of an account.',
  input: z.object({ user_id: fields.id() }),
  permission: open,
  run: async (ctx, { user_id }) => {
    await demandVisible(ctx, user_id);
    const user = await needUser(ctx, user_id);
    return { user, load: () => defaultPicture(user) };
  },
});
