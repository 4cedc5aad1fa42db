import { setUserActive } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { disableBotsWithOwner } from './bots.settings.ts';
import { findOrphans } from './bots.store.ts';

/** Disables bots whose owner is deactivated: those of one owner, or with '' of all. */
export async function disableOrphans(ctx: Ctx, owner_id: string): Promise<void> {
  if (!ctx.settings.get(disableBotsWithOwner)) return;
  for (const user_id of await findOrphans(ctx.db, owner_id)) await setUserActive(ctx, user_id, false);
}
