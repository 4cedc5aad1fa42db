import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { listSteps } from '../installation.ts';

export const getSchemaVersion = query({
  name: 'get-schema-version',
  summary: 'Lists the steps that the database has gone.',
  input: z.object({}),
  permission: inSystem('manage_system', 'sysconsole_read_environment_database'),
  run: (ctx) => listSteps(ctx.db),
});
