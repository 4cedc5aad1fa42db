import { Readable } from 'node:stream';
import { z } from 'zod';
import { action, invalidBody, newId, userError, type Form, type FormFile } from '#kernel/server/index.ts';
import { emoji_image_bytes_max, emoji_name_max, emoji_name_pattern, type CustomEmoji } from '../../wire/index.ts';
import { isSystemEmoji } from '../../wire/system-names.ts';
import { forgetEmoji } from '../emoji.cache.ts';
import { emojiAdded } from '../emoji.events.ts';
import { shrinkToEmoji } from '../emoji.image.ts';
import { createsEmoji } from '../emoji.permissions.ts';
import { imagePath } from '../emoji.read.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';
import { insertEmoji } from '../emoji.store.ts';

/** Adds a picture as an emoji for everybody. */
export const createEmoji = action({
  name: 'create-emoji',
  summary: 'Add a picture as an emoji.',
  input: z.object({ emoji: z.object({ name: z.string(), creator_id: z.string().nullish() }), image: z.custom<FormFile>() }),
  permission: createsEmoji,
  run: async (ctx, { emoji: { name, creator_id }, image }) => {
    demandCustomEmoji(ctx);
    if (image.kind !== 'file') throw invalidBody('image');
    if (creator_id && creator_id !== ctx.actor.user_id) throw userError('api.emoji.create.other_user.app_error', 'Emoji can be added in your own name only.', 403);
    checkName(name);
    const small = await shrinkToEmoji(image.bytes);
    if (small.kind === 'too-large') throw userError('api.emoji.upload.large_image.too_large.app_error', 'The picture has more than 1028 by 1028 pixels. Make it smaller.');
    if (small.kind === 'broken') throw userError('api.emoji.upload.image.app_error', 'The picture could not be opened. Use PNG, JPEG, GIF or WebP.');
    const made: CustomEmoji = { id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, delete_at: 0, creator_id: ctx.actor.user_id, name };
    await ctx.app.files.write(imagePath(made.id), Readable.from([small.bytes]));
    if (!(await insertEmoji(ctx.db, made, small.type))) {
      await ctx.app.files.removeFolder(`emoji/${made.id}`);
      throw userError('api.emoji.create.duplicate.app_error', `There is an emoji :${name}: already. Choose another name.`);
    }
    forgetEmoji(ctx.app);
    ctx.emit(emojiAdded, made);
    return made;
  },
});

function checkName(name: string): void {
  if (!emoji_name_pattern.test(name) || name.length > emoji_name_max) throw userError('model.emoji.name.app_error', `The name must have 1 to ${emoji_name_max} letters, digits, "-", "+" or "_".`);
  if (isSystemEmoji(name)) throw userError('model.emoji.system_emoji_name.app_error', `:${name}: is built in. Choose another name.`);
}

/** What the form brings, as the action's input. */
export function readEmojiForm(form: Form): { emoji: unknown; image: FormFile } {
  if (form.file.kind === 'too-large') throw userError('api.emoji.create.too_large.app_error', `The picture is larger than ${emoji_image_bytes_max} bytes. Make it smaller.`, 413);
  if (form.file.kind === 'broken') throw userError('api.emoji.create.parse.app_error', 'The form could not be read. Send multipart/form-data with "emoji" and "image".');
  try {
    return { emoji: JSON.parse(form.fields['emoji'] ?? '{}'), image: form.file };
  } catch {
    throw invalidBody('emoji', 'It is not valid JSON.');
  }
}
