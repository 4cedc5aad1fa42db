import { z } from 'zod';
import { anyone, fields, query, userError } from '#kernel/server/index.ts';
import { originalPath } from '../files.paths.ts';
import { loadFile } from '../files.permissions.ts';
import { isSigned } from '../files.rules.ts';
import type { SentFile } from '../files.send.ts';
import { enablePublicLink, publicLinkSalt } from '../files.settings.ts';

/** The bytes of a file, for whoever has its public link. */
export const getPublicFile = query({
  name: 'get-public-file',
  summary: 'Download a file by its public link.',
  input: z.object({ file_id: fields.id(), h: z.string().catch('').default('') }),
  permission: anyone('the hash in the link proves that a reader of the file gave it out'),
  run: async (ctx, { file_id, h }): Promise<SentFile> => {
    if (!ctx.settings.get(enablePublicLink)) throw userError('api.file.get_public_link.disabled.app_error', 'Public links are switched off on this server (FileSettings.EnablePublicLink).', 403);
    if (!isSigned(file_id, h, ctx.settings.get(publicLinkSalt))) throw userError('api.file.get_file.public_invalid.app_error', 'This link is not valid. Ask for a new one.');
    const file = await loadFile(ctx, file_id);
    return { path: originalPath(file), name: file.name, mime_type: file.mime_type, etag: file.id, is_download: false };
  },
});
