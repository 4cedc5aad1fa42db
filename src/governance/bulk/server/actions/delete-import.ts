import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { IMPORTS, pathOf } from '../bulk.files.ts';

export const deleteImport = action({
  name: 'delete-import',
  summary: 'Removes a file of an import. If it is gone already that is no fault.',
  input: z.object({ import_name: z.string() }),
  permission: inSystem('manage_system'),
  run: (ctx, { import_name }) => ctx.app.files.remove(pathOf(IMPORTS, import_name)),
});
