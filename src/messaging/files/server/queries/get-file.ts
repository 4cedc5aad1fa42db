import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { originalPath } from '../files.paths.ts';
import { loadFile, readsFile } from '../files.permissions.ts';
import type { SentFile } from '../files.send.ts';

/** The bytes of a file. */
export const getFile = query({
  name: 'get-file',
  summary: 'Download a file.',
  input: z.object({ file_id: fields.id(), download: fields.queryFlag() }),
  permission: readsFile,
  run: async (ctx, { file_id, download }): Promise<SentFile> => {
    const file = await loadFile(ctx, file_id);
    return { path: originalPath(file), name: file.name, mime_type: file.mime_type, etag: file.id, is_download: download };
  },
});
