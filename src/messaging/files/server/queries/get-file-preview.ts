import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { previewPath } from '../files.paths.ts';
import { loadFile, readsFile } from '../files.permissions.ts';
import type { SentFile } from '../files.send.ts';

/** A picture, small enough for a screen. */
export const getFilePreview = query({
  name: 'get-file-preview',
  summary: 'Show the preview of a picture.',
  input: z.object({ file_id: fields.id(), download: fields.queryFlag() }),
  permission: readsFile,
  run: async (ctx, { file_id, download }): Promise<SentFile> => {
    const file = await loadFile(ctx, file_id);
    if (!file.has_preview_image) throw userError('api.file.get_file_preview.no_preview.app_error', 'This file has no preview.');
    return { path: previewPath(file), name: `${file.name}_preview.jpg`, mime_type: 'image/jpeg', etag: `${file.id}-preview`, is_download: download };
  },
});
