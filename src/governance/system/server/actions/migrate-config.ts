import { z } from 'zod';
import { action, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const migrateConfig = action({
  name: 'migrate-config',
  summary: 'Would move the settings between a file and the database; here they live in the database only.',
  input: z.object({ from: z.string().min(1), to: z.string().min(1) }),
  permission: inSystem('manage_system'),
  run: () => {
    throw userError('api.config.migrate_config.app_error', 'The settings of this server live in its database only: there is nothing to move. GET /api/v4/config shows them, PUT /api/v4/config/patch takes them over.');
  },
});
