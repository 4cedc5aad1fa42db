import type { Readable } from 'node:stream';
import type { Ctx } from '#kernel/server/index.ts';
import { makePreviews } from './files.images.ts';
import { isPreviewable, mimeTypeOf } from './files.mime.ts';
import { folderOf } from './files.paths.ts';
import { extensionOf } from './files.rules.ts';
import { maxImageResolution } from './files.settings.ts';
import { completeFiles, removeFiles, type FileRow } from './files.store.ts';
import { storeFile, type StoredFile, type Upload } from './files.upload.ts';

/** What is to be known of a stored file; pictures get their previews. */
export async function describeFile(ctx: Ctx, file: StoredFile, owner: { user_id: string; channel_id: string }): Promise<FileRow> {
  const extension = extensionOf(file.name);
  const picture = isPreviewable(file.head) ? await makePreviews(ctx.app, file, ctx.settings.get(maxImageResolution)) : { width: 0, height: 0, has_preview_image: false, mini_preview: null };
  return { id: file.id, ...owner, post_id: '', create_at: file.create_at, update_at: file.create_at, delete_at: 0, name: file.name, extension, size: file.size, mime_type: mimeTypeOf(extension, file.head), ...picture };
}

/** Stores a file for a message that is still to be written. It asks for no permission and no size: its caller has. */
export async function storeWholeFile(ctx: Ctx, { name, ...owner }: { user_id: string; channel_id: string; name: string }, bytes: Readable): Promise<FileRow> {
  const upload: Upload = { files: [], fields: { channel_ids: [], client_ids: [] } };
  try {
    await storeFile(ctx, upload, name, bytes, Infinity, owner.user_id);
    const row = await describeFile(ctx, upload.files[0]!, owner);
    await completeFiles(ctx.db, [row]);
    return row;
  } catch (error) {
    await Promise.all(upload.files.map((file) => ctx.app.files.removeFolder(folderOf(file))));
    await removeFiles(ctx.db, upload.files.map((file) => file.id));
    throw error;
  }
}
