import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const listPluginStatuses = query({
  name: 'list-plugin-statuses',
  summary: 'Lists the plugins of each node: there are none.',
  input: z.object({}),
  permission: inSystem('sysconsole_read_plugins'),
  run: () => [],
});
