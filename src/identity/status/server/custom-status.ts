import { invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { getPreferences, savePreferences } from '#identity/preferences/server/feature.ts';
import type { CustomStatus } from '../wire/index.ts';
import { parseRecent, toCustomStatus } from './custom-status.rules.ts';
import { enableCustomStatuses } from './status.settings.ts';

const CATEGORY = 'custom_status';
const RECENT = 'recent_custom_statuses';

export function demandEnabled(ctx: Ctx): void {
  if (!ctx.settings.get(enableCustomStatuses)) throw userError('api.custom_status.disabled', 'Custom statuses are switched off on this server.', 501);
}

export function demandStatus(ctx: Ctx, given: { emoji: string; text: string; duration: string; expires_at: string }): CustomStatus {
  demandEnabled(ctx);
  const status = toCustomStatus(given, ctx.now);
  if (!status) throw invalidBody('custom_status', 'Give an emoji or a text, and an end in the future where there is one.');
  return status;
}

export async function saveRecent(ctx: Ctx, user_id: string, change: (recent: CustomStatus[]) => CustomStatus[]): Promise<void> {
  const kept = (await getPreferences(ctx.app, user_id, CATEGORY)).find((one) => one.name === RECENT);
  await savePreferences(ctx, user_id, [{ category: CATEGORY, name: RECENT, value: JSON.stringify(change(parseRecent(kept?.value))) }]);
}
