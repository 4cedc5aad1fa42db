import { z } from 'zod';
import { action, userError, type Ctx } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { changesIn, configTree, demandSections } from '../config-tree.ts';

const input = z.object({ config: z.record(z.string(), z.unknown()) });

/** Only for full administrators: who could change any setting could change what an administrator is. */
const permission = inSystem('manage_system');

export const updateConfig = action({
  name: 'update-config',
  summary: 'Replaces the settings. Those that this server does not have are left aside; the answer shows what is in force.',
  input,
  permission,
  run: (ctx, { config }) => change(ctx, config),
});

export const patchConfig = action({
  name: 'patch-config',
  summary: 'Changes the given settings and leaves the others.',
  input,
  permission,
  run: (ctx, { config }) => change(ctx, config),
});

export const reloadConfig = action({
  name: 'reload-config',
  summary: 'Reads the stored settings again.',
  input: z.object({}),
  permission: inSystem('reload_config'),
  run: (ctx) => ctx.settings.reload(),
});

async function change(ctx: Ctx, config: Record<string, unknown>) {
  demandSections(config);
  const changes = changesIn(config, ctx.settings);
  const fixed = changes.find(({ setting }) => ctx.settings.isFixed(setting));
  if (fixed) throw userError('api.config.update_config.fixed.app_error', `${fixed.setting.key} is fixed by the environment. Change it there.`, 403);
  for (const { setting, value } of changes) await ctx.settings.set(setting, value as string);
  return configTree(ctx.settings, ctx.app.site_url);
}
