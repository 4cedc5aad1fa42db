import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { thumbnailPath } from '../files.paths.ts';
import { loadFile, readsFile } from '../files.permissions.ts';
import type { SentFile } from '../files.send.ts';

/** A picture, as small as a stamp. */
export const getFileThumbnail = query({
  name: 'get-file-thumbnail',
  summary: 'Show the thumbnail of a picture.',
  input: z.object({ file_id: fields.id(), download: fields.queryFlag() }),
  permission: readsFile,
  run: async (ctx, { file_id, download }): Promise<SentFile> => {
    const file = await loadFile(ctx, file_id);
    if (!file.has_preview_image) throw userError('api.file.get_file_thumbnail.no_thumbnail.app_error', 'This file has no thumbnail.');
    return { path: thumbnailPath(file), name: `${file.name}_thumb.jpg`, mime_type: 'image/jpeg', etag: `${file.id}-thumbnail`, is_download: download };
  },
});
