import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { IMPORTS, listNames } from '../bulk.files.ts';

export const listImports = query({
  name: 'list-imports',
  summary: 'Lists the files that can be imported.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => listNames(ctx.app, IMPORTS),
});
