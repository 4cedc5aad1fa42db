import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { EXPORTS, listNames } from '../bulk.files.ts';

export const listExports = query({
  name: 'list-exports',
  summary: 'Lists the exports that are there.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => listNames(ctx.app, EXPORTS),
});
