import { z } from 'zod';
import { query, anyone } from '#kernel/server/index.ts';

export const listWebappPlugins = query({
  name: 'list-webapp-plugins',
  summary: 'Lists the plugins that clients must load: none.',
  input: z.object({}),
  permission: anyone('clients ask it before log-in too'),
  run: () => [],
});
