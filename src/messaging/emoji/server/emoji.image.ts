import { loadSharp } from '#kernel/server/index.ts';

const SIZE = 128;
const MAX_SIDE = 1028;
const MAX_PIXELS = 33_177_600; // of all frames together
const TIME_LIMIT_S = 10;
const ANIMATED = new Set(['gif', 'webp']);
const KNOWN = new Set(['gif', 'webp', 'png', 'jpeg']);

export type EmojiImage = { readonly kind: 'image'; readonly bytes: Buffer; readonly type: string } | { readonly kind: 'too-large' } | { readonly kind: 'broken' };

/** Makes a picture small enough for a line of text. What moves keeps moving. */
export async function shrinkToEmoji(bytes: Buffer): Promise<EmojiImage> {
  if (isMarkup(bytes)) return { kind: 'broken' };
  const sharp = await loadSharp();
  try {
    const { format, width, height, pages = 1, pageHeight } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (!KNOWN.has(format)) return { kind: 'broken' };
    if (width > MAX_SIDE || (pageHeight ?? height) > MAX_SIDE) return { kind: 'too-large' };
    const is_animated = pages > 1 && ANIMATED.has(format);
    const small = sharp(bytes, { animated: is_animated, limitInputPixels: MAX_PIXELS, failOn: 'error' }).timeout({ seconds: TIME_LIMIT_S }).autoOrient().resize(SIZE, SIZE, { fit: 'inside', withoutEnlargement: true });
    if (!is_animated) return { kind: 'image', bytes: await small.png().toBuffer(), type: 'image/png' };
    return format === 'gif' ? { kind: 'image', bytes: await small.gif().toBuffer(), type: 'image/gif' } : { kind: 'image', bytes: await small.webp().toBuffer(), type: 'image/webp' };
  } catch (error) {
    return { kind: /pixel limit/.test((error as Error).message) ? 'too-large' : 'broken' };
  }
}

// SVG is a program, not a picture.
function isMarkup(bytes: Buffer): boolean {
  return /^[\s\ufeff]*</.test(bytes.toString('utf8', 0, 256));
}
