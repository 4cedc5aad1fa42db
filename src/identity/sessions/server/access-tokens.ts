import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { mayManage } from '#identity/users/server/feature.ts';
import type { UserAccessToken } from '../wire/index.ts';
import { readToken, setTokenActive } from './access-tokens.store.ts';
import { endedSessions } from './sessions.ts';

/** The token, if the actor may act for its owner; its existence is nobody else's business. */
export async function needOwnToken(ctx: Ctx, token_id: string): Promise<UserAccessToken> {
  const token = await readToken(ctx.db, token_id);
  if (token && (await mayManage(ctx, token.user_id, 'edit_other_users'))) return token;
  if (token || !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['edit_other_users']);
  throw userError('app.user_access_token.get_by_user.app_error', 'There is no such token.', 404);
}

export async function setActive(ctx: Ctx, token_id: string, is_active: boolean): Promise<void> {
  const token = await needOwnToken(ctx, token_id);
  const token_hash = await setTokenActive(ctx.db, token.id, is_active);
  if (token_hash) endedSessions(ctx.app, [{ id: token.id, user_id: token.user_id, token_hash }]);
}
