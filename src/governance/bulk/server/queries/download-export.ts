import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { EXPORTS, findPath } from '../bulk.files.ts';

export const downloadExport = query({
  name: 'download-export',
  summary: 'Downloads an export, whole or in part.',
  input: z.object({ export_name: z.string() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { export_name }) => {
    const { path, size } = await findPath(ctx.app, EXPORTS, export_name);
    return { path, name: export_name, mime_type: 'application/zip', etag: `${export_name}.${size}`, is_download: true };
  },
});
