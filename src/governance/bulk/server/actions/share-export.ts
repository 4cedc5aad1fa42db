import { z } from 'zod';
import { action, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { EXPORTS, findPath } from '../bulk.files.ts';

export const shareExport = action({
  name: 'share-export',
  summary: 'Would make a link to an export at the store of the files; the store of this server gives none.',
  input: z.object({ export_name: z.string() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { export_name }) => {
    await findPath(ctx.app, EXPORTS, export_name);
    throw userError('app.eport.generate_presigned_url.notfound.app_error', 'The files of this server lie in a folder, which gives no links of its own. Download the export here.', 501);
  },
});
