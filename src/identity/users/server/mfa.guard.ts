import { userError, type Action, type Ctx } from '#kernel/server/index.ts';
import { getUser } from './users.cache.ts';
import { enableMfa, enforceGuestMfa, enforceMfa } from './users.settings.ts';

// What somebody must be able to do to set up the second factor, or to give up.
const ALWAYS = new Set(['generate-mfa-secret', 'set-mfa', 'get-user', 'log-out']);

/** Refuses everything else to people without a second factor where the settings demand one. Tokens of programs have none. */
export async function demandMfaSetUp(ctx: Ctx, action: Action): Promise<void> {
  const { actor } = ctx;
  const is_enforced = ctx.settings.get(enforceMfa) || (actor.is_guest && ctx.settings.get(enforceGuestMfa));
  if (!is_enforced || !ctx.settings.get(enableMfa)) return;
  if (!actor.user_id || actor.is_bot || actor.props['type'] === 'UserAccessToken' || action.permission.scope === 'anyone' || ALWAYS.has(action.name)) return;
  const user = await getUser(ctx.app, actor.user_id);
  if (user && !user.mfa_active && !user.auth_service) throw userError('api.context.mfa_required.app_error', 'Set up a second factor first: this server demands it.', 403);
}
