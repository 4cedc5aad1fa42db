import { Readable } from 'node:stream';
import { z } from 'zod';
import { action, loadSharp, userError, type FormFile } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { BRAND_PATH } from '../brand-image.ts';

const MAX_PIXELS = 24_385_536;
const MAX_SIDE = 2_048;

const fault = (id: string, message: string, status = 400) => userError(`api.admin.upload_brand_image.${id}.app_error`, message, status);

export const setBrandImage = action({
  name: 'set-brand-image',
  summary: 'Sets the picture of the log-in page.',
  input: z.object({ file: z.custom<FormFile>() }),
  permission: inSystem('edit_brand'),
  run: async (ctx, { file }) => {
    if (file.kind === 'too-large') throw fault('too_large', 'The picture is too large.', 413);
    if (file.kind === 'many') throw fault('array', 'Send one picture.');
    if (file.kind === 'none') throw fault('no_file', 'Send the picture in the form as "image".');
    const picture = file.kind === 'file' ? await asPng(file.bytes) : null;
    if (!picture) throw fault('parse', 'This is no picture that can be read. Send a PNG, JPEG, GIF or WebP file.');
    await ctx.app.files.write(BRAND_PATH, Readable.from([picture]));
  },
});

async function asPng(bytes: Buffer): Promise<Buffer | null> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).timeout({ seconds: 10 }).autoOrient().resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
  } catch {
    return null;
  }
}
