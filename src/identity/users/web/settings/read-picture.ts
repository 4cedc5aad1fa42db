const SIDE = 512;

/** A chosen file as a square PNG of at most 512 pixels: the middle of the picture. Throws when it is no picture. */
export async function readPicture(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(Math.min(SIDE, side), Math.min(SIDE, side));
  canvas.getContext('2d')!.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
