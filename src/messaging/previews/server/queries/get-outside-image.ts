import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { AppError, callOutside, query, signedIn, userError, type Ctx, type HttpReply } from '#kernel/server/index.ts';
import { enableImageProxy, imageProxyType, remoteProxyOptions, remoteProxyUrl } from '../previews.settings.ts';

const MAX_BYTES = 20 * 1_048_576;
const PICTURES = /^image\/(png|jpeg|gif|webp|bmp|avif|x-icon|vnd\.microsoft\.icon)\b/;

export interface OutsideImage {
  /** Where to go instead. */
  readonly location?: string;
  readonly type?: string;
  readonly bytes?: Buffer;
}

/** A picture of another server, fetched by this one, so that the other does not learn who looks. */
export const getOutsideImage = query({
  name: 'get-outside-image',
  summary: 'A picture of another server.',
  input: z.object({ url: z.string().max(8192).default('') }),
  permission: signedIn('messages show pictures of other servers to everybody'),
  run: async (ctx, { url }): Promise<OutsideImage> => {
    if (!ctx.settings.get(enableImageProxy)) throw refused('The image proxy is switched off (ImageProxySettings.Enable).');
    if (!URL.canParse(url)) throw refused('The address of the picture is malformed.');
    return ctx.settings.get(imageProxyType) === 'atmos/camo' ? { location: remoteAddress(ctx, url) } : fetchImage(ctx, url);
  },
});

/** Sends what was found; the browser must take it for nothing but a picture. */
export function sendOutsideImage(image: OutsideImage, reply: HttpReply): Buffer | string {
  if (image.location) {
    void reply.status(302).header('location', image.location);
    return '';
  }
  void reply.headers({ 'content-type': image.type!, 'cache-control': 'private, max-age=86400', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" });
  return image.bytes!;
}

async function fetchImage(ctx: Ctx, url: string): Promise<OutsideImage> {
  try {
    const answer = await callOutside(ctx, { url, headers: { accept: 'image/*' }, size_limit: MAX_BYTES });
    const type = answer.headers['content-type'] ?? '';
    if (answer.status === 200 && PICTURES.test(type)) return { type, bytes: answer.body };
  } catch (error) {
    if (error instanceof AppError) throw refused(error.message);
    throw error;
  }
  throw refused('There is no picture at this address.');
}

function remoteAddress(ctx: Ctx, url: string): string {
  const signature = createHmac('sha1', ctx.settings.get(remoteProxyOptions)).update(url).digest('hex');
  return `${ctx.settings.get(remoteProxyUrl).replace(/\/$/, '')}/${signature}/${Buffer.from(url).toString('hex')}`;
}

function refused(why: string): AppError {
  return userError('api.image.get.app_error', why);
}
