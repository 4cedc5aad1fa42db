import type { Readable } from 'node:stream';
import type { Sharp } from 'sharp';
import { loadSharp, userError, type App } from '#kernel/server/index.ts';
import { originalPath, previewPath, thumbnailPath } from './files.paths.ts';

const AT_ONCE = 2;
const TIME_LIMIT_S = 10;
const MAX_BYTES = 24_385_536; // the protocol makes no previews of larger pictures
const PREVIEW = { width: 1920, height: 1920, fit: 'inside', withoutEnlargement: true } as const;
const THUMBNAIL = { width: 240, height: 200, fit: 'inside', withoutEnlargement: true } as const;
const MINI = { width: 16, height: 16, fit: 'fill' } as const;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly has_preview_image: boolean;
  /** Base64 of a tiny JPEG. */
  readonly mini_preview: string | null;
}

const NO_PICTURE: Picture = { width: 0, height: 0, has_preview_image: false, mini_preview: null };

/**
 * Measures a stored picture and writes its preview and thumbnail beside it: upright, without what the camera noted
 * (place, device). Pictures with too many pixels are refused, broken ones are files like any other.
 */
export async function makePreviews(app: App, file: { id: string; create_at: number; name: string; size: number }, max_pixels: number): Promise<Picture> {
  if (file.size > MAX_BYTES) return NO_PICTURE;
  return waitForTurn(async () => {
    const reading = app.files.read(originalPath(file));
    try {
      return await writePreviews(app, file, reading, max_pixels);
    } finally {
      reading.destroy();
    }
  });
}

async function writePreviews(app: App, file: { id: string; create_at: number; name: string }, reading: Readable, max_pixels: number): Promise<Picture> {
  const source = (await loadSharp())({ limitInputPixels: max_pixels, failOn: 'error', pages: 1 });
  reading.on('error', (error) => source.destroy(error));
  reading.pipe(source);
  const size = await measure(source);
  if (size === 'too large') throw userError('api.file.upload_file.large_image_detailed.app_error', `${file.name} has more than ${max_pixels} pixels. Make the picture smaller.`);
  if (!size) return NO_PICTURE;
  try {
    const upright = source.autoOrient().flatten({ background: '#fff' }).timeout({ seconds: TIME_LIMIT_S });
    await app.files.write(previewPath(file), upright.clone().resize(PREVIEW).jpeg({ quality: 88 }));
    await app.files.write(thumbnailPath(file), upright.clone().resize(THUMBNAIL).jpeg({ quality: 85 }));
    const mini = await upright.clone().resize(MINI).jpeg({ quality: 60 }).toBuffer();
    return { ...size, has_preview_image: true, mini_preview: mini.toString('base64') };
  } catch (error) {
    app.log.debug({ file_id: file.id, error: (error as Error).message }, 'a picture has no preview');
    return { ...NO_PICTURE, ...size };
  }
}

// Only the head is read: it tells the size before anything is unpacked.
async function measure(source: Sharp): Promise<{ width: number; height: number } | 'too large' | undefined> {
  try {
    return (await source.metadata()).autoOrient;
  } catch (error) {
    return /pixel limit/.test((error as Error).message) ? 'too large' : undefined;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

// Unpacking pictures takes memory and all the processor it gets: a few at a time.
async function waitForTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
