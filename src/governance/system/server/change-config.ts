import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import { configAccess } from './config-access.ts';
import { changesIn, configTree, demandSections, type Tree } from './config-tree.ts';
import { isSiteUrlFixed } from './site-url.ts';
import { siteUrl } from './system.settings.ts';

const MAX_SHOWN = 60;

/** Sets what of a config differs from what is in force, all or nothing, and returns what the actor may see of the whole. */
export async function changeConfig(ctx: Ctx, config: Tree): Promise<Tree> {
  demandSections(config);
  const changes = changesIn(config, ctx.settings, ctx.app.site_url);
  const may = await configAccess(ctx, 'write');
  const foreign = changes.find(({ setting }) => !may(setting.key));
  if (foreign) throw permissionError(ctx.actor.user_id, [`the write permission of ${foreign.setting.key}`]);
  const fixed = changes.find(({ setting }) => ctx.settings.isFixed(setting) || (setting.key === siteUrl.key && isSiteUrlFixed(ctx.app)));
  if (fixed) throw userError('api.config.update_config.fixed.app_error', `${fixed.setting.key} is fixed by the environment. Change it there.`, 403);
  if (changes.some(({ setting, value }) => setting.key === siteUrl.key && value === '')) throw userError('api.config.update_config.clear_siteurl.app_error', 'The address of the server cannot be cleared: links in messages and mails need it.');
  await ctx.settings.setAll(changes);
  for (const { setting, value, old } of changes) ctx.notes.push(setting.is_secret ? `${setting.key} (secret)` : `${setting.key}: ${shown(old)} → ${shown(value)}`);
  return configTree(ctx.settings, ctx.app.site_url, { shows: await configAccess(ctx, 'read') });
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
