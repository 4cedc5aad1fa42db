import { z } from 'zod';
import { action, fields, squarePicture, userError, type FormFile } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { savePicture, SIDE_PX } from '../pictures.ts';
import { selfOrManager } from '../users.permissions.ts';
import { notePicture } from '../note-picture.ts';

const fault = (id: string, message: string, status = 400) => userError(`api.user.upload_profile_user.${id}.app_error`, message, status);

export const setPicture = action({
  name: 'set-user-picture',
  summary: 'Sets the picture of an account.',
  input: z.object({ user_id: fields.id(), file: z.custom<FormFile>() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, file }) => {
    await needUser(ctx, user_id);
    if (file.kind === 'too-large') throw fault('too_large', 'The picture is larger than 20 MiB.', 413);
    if (file.kind === 'many') throw fault('array', 'Send one picture.');
    if (file.kind === 'none') throw fault('no_file', 'Send the picture in the form as "image".');
    const png = file.kind === 'file' ? await squarePicture(file.bytes, SIDE_PX) : null;
    if (!png) throw fault('decode', 'This is no picture that can be read. Send a PNG, JPEG, GIF or WebP file.');
    await savePicture(ctx.app, user_id, png);
    await notePicture(ctx, user_id, ctx.now);
  },
});
