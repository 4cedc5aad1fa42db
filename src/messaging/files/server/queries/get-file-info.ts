import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { loadFile, readsFile } from '../files.permissions.ts';
import { toFileInfo } from '../files.store.ts';

/** What is known of a file besides its bytes. */
export const getFileInfo = query({
  name: 'get-file-info',
  summary: 'Tell name, size and type of a file.',
  input: z.object({ file_id: fields.id() }),
  permission: readsFile,
  run: async (ctx, { file_id }) => toFileInfo(await loadFile(ctx, file_id)),
});
