import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { pictureFile } from '../pictures.ts';
import { selfOrManager } from '../users.permissions.ts';
import { notePicture } from '../note-picture.ts';

export const removePicture = action({
  name: 'remove-user-picture',
  summary: 'Brings the picture made of the name back.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id }) => {
    await needUser(ctx, user_id);
    await notePicture(ctx, user_id, -ctx.now);
    await ctx.app.files.remove(pictureFile(user_id));
  },
});
