import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { allowSyncedDrafts } from './drafts.settings.ts';

/** Refuses while the setting keeps drafts on the device on which they are written. */
export function demandSyncedDrafts(ctx: Ctx): void {
  if (!ctx.settings.get(allowSyncedDrafts)) throw userError('api.drafts.disabled.app_error', 'Drafts stay on each device here (ServiceSettings.AllowSyncedDrafts).', 501);
}

/** Drafts are nobody else's, administrators included. */
export const ownDrafts: PermissionRule<{ user_id: string }> = { scope: 'self', ids: ['delete_post'], check: (ctx, { user_id }) => ctx.actor.user_id !== '' && ctx.actor.user_id === user_id };
