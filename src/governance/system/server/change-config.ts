import { userError, type Ctx } from '#kernel/server/index.ts';
import { changesIn, configTree, demandSections } from './config-tree.ts';

/** Sets what of a config differs from what is in force, all or nothing, and returns the whole. */
export async function changeConfig(ctx: Ctx, config: Record<string, unknown>) {
  demandSections(config);
  const changes = changesIn(config, ctx.settings);
  const fixed = changes.find(({ setting }) => ctx.settings.isFixed(setting));
  if (fixed) throw userError('api.config.update_config.fixed.app_error', `${fixed.setting.key} is fixed by the environment. Change it there.`, 403);
  for (const { setting, value } of changes) ctx.settings.check(setting, value as string);
  for (const { setting, value } of changes) await ctx.settings.set(setting, value as string);
  return configTree(ctx.settings, ctx.app.site_url);
}
