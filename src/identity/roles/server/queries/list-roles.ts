import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '../roles.permissions.ts';
import { allRoles } from '../roles.table.ts';

export const listAllRoles = query({
  name: 'list-roles',
  summary: 'Lists every role with its permissions.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => allRoles(ctx.app),
});
