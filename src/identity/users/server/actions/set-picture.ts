import { z } from 'zod';
import { action, fields, type Ctx } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { pictureFile, savePicture, squarePicture } from '../pictures.ts';
import { forgetUser } from '../users.cache.ts';
import { userPictureChanged } from '../users.events.ts';
import { selfOrManager } from '../users.permissions.ts';
import { setPictureTime } from '../users.store.ts';

export const setPicture = action({
  name: 'set-user-picture',
  summary: 'Sets the picture of an account.',
  input: z.object({ user_id: fields.id(), picture: z.instanceof(Buffer) }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, picture }) => {
    await needUser(ctx, user_id);
    await savePicture(ctx.app, user_id, await squarePicture(picture));
    await note(ctx, user_id, ctx.now);
  },
});

export const removePicture = action({
  name: 'remove-user-picture',
  summary: 'Brings the picture made of the name back.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id }) => {
    await needUser(ctx, user_id);
    await note(ctx, user_id, -ctx.now);
    await ctx.app.files.remove(pictureFile(user_id));
  },
});

async function note(ctx: Ctx, user_id: string, last_picture_update: number): Promise<void> {
  await setPictureTime(ctx.db, user_id, last_picture_update, ctx.now);
  forgetUser(ctx.app, user_id);
  ctx.emit(userPictureChanged, { app: ctx.app, user: await needUser(ctx, user_id) });
}
