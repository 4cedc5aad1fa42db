import { getPreferences } from '#identity/preferences/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { collapsedThreads } from './channels.settings.ts';

/** Whether a person sees replies in threads only. Costs a look-up only where people may choose. */
export async function seesThreads(ctx: Ctx, user_id: string): Promise<boolean> {
  const mode = ctx.settings.get(collapsedThreads);
  if (mode === 'always_on' || mode === 'disabled') return mode === 'always_on';
  const chosen = (await getPreferences(ctx.app, user_id, 'display_settings')).find((one) => one.name === 'collapsed_reply_threads')?.value;
  return chosen ? chosen === 'on' : mode === 'default_on';
}
