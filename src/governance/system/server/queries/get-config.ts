import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { configTree, environmentTree } from '../config-tree.ts';
import { listSteps } from '../installation.ts';

export const getConfig = query({
  name: 'get-config',
  summary: 'Gets all settings, secrets masked.',
  input: z.object({}),
  permission: inSystem('manage_system', 'sysconsole_read_environment_web_server'),
  run: (ctx) => configTree(ctx.settings, ctx.app.site_url),
});

export const getEnvironment = query({
  name: 'get-config-environment',
  summary: 'Tells which settings are fixed by the environment.',
  input: z.object({}),
  permission: signedIn('who may not read the settings gets an empty answer, as the protocol has it'),
  run: async (ctx) => ((await hasPermission(ctx, 'manage_system')) ? environmentTree(ctx.settings) : {}),
});

export const getSchemaVersion = query({
  name: 'get-schema-version',
  summary: 'Lists the steps that the database has gone.',
  input: z.object({}),
  permission: inSystem('manage_system', 'sysconsole_read_environment_database'),
  run: (ctx) => listSteps(ctx.db),
});
