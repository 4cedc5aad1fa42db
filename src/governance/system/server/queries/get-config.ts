import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { configTree } from '../config-tree.ts';

export const getConfig = query({
  name: 'get-config',
  summary: 'Gets all settings, secrets masked.',
  input: z.object({}),
  permission: inSystem('manage_system', 'sysconsole_read_environment_web_server'),
  run: (ctx) => configTree(ctx.settings, ctx.app.site_url),
});
