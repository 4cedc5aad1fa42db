import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { accessPermissions, configAccess } from '../config-access.ts';
import { configTree } from '../config-tree.ts';

export const getConfig = query({
  name: 'get-config',
  summary: 'Gets the settings that one may read, secrets masked.',
  input: z.object({ remove_defaults: fields.queryFlag(), remove_masked: fields.queryFlag() }),
  permission: inSystem(...accessPermissions('read')),
  run: async (ctx, { remove_defaults, remove_masked }) => configTree(ctx.settings, ctx.app.site_url, { shows: await configAccess(ctx, 'read'), without_defaults: remove_defaults, without_masked: remove_masked }),
});
