import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const listPlugins = query({
  name: 'list-plugins',
  summary: 'Lists the plugins: this server runs none.',
  input: z.object({}),
  permission: inSystem('sysconsole_read_plugins'),
  run: () => ({ active: [], inactive: [] }),
});
