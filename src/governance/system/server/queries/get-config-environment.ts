import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { environmentTree } from '../config-tree.ts';
import { isSiteUrlFixed } from '../site-url.ts';

export const getEnvironment = query({
  name: 'get-config-environment',
  summary: 'Tells which settings are fixed by the environment.',
  input: z.object({}),
  permission: signedIn('who may not read the settings gets an empty answer, as the protocol has it'),
  run: async (ctx) => ((await hasPermission(ctx, 'manage_system')) ? environmentTree(ctx.settings, isSiteUrlFixed(ctx.app)) : {}),
});
