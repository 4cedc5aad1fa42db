import { z } from 'zod';
import { action, dropCaches } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const invalidateCaches = action({
  name: 'invalidate-caches',
  summary: 'Has every node read from the database what it kept in memory.',
  input: z.object({}),
  permission: inSystem('invalidate_caches'),
  run: (ctx) => dropCaches(ctx.app.bus),
});
