import { loadSharp } from './sharp.ts';

const MAX_PIXELS = 24_385_536; // MaxImageSize of the protocol
const MAX_SECONDS = 10;

/**
 * A square PNG of a picture that somebody uploaded, cut to its middle, without the metadata of the original.
 * Null if the bytes are no picture or one that is too large to open.
 */
export async function squarePicture(bytes: Buffer, size: number): Promise<Buffer | null> {
  const sharp = await loadSharp();
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
    return await image.timeout({ seconds: MAX_SECONDS }).autoOrient().resize(size, size, { fit: 'cover' }).png().toBuffer();
  } catch {
    return null;
  }
}
