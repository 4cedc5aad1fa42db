import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { EXPORTS, pathOf } from '../bulk.files.ts';

export const deleteExport = action({
  name: 'delete-export',
  summary: 'Removes a file of an export. If it is gone already that is no fault.',
  input: z.object({ export_name: z.string() }),
  permission: inSystem('manage_system'),
  run: (ctx, { export_name }) => ctx.app.files.remove(pathOf(EXPORTS, export_name)),
});
