import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const restartConnections = action({
  name: 'restart-database-connections',
  summary: 'Has the connections to the database made anew, each once it is idle.',
  input: z.object({}),
  permission: inSystem('recycle_database_connections'),
  run: (ctx) => ctx.db.recycle(),
});
