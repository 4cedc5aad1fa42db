import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const listMarketplacePlugins = query({
  name: 'list-marketplace-plugins',
  summary: 'Lists plugins that could be installed: none.',
  input: z.object({}),
  permission: inSystem('sysconsole_read_plugins'),
  run: () => [],
});
