import { z } from 'zod';
import { action, allOf, fields, permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { mayManage, needUser, selfOrManager } from '#identity/users/server/feature.ts';
import { token_description_max, type UserAccessToken } from '../../wire/index.ts';
import { readToken, setTokenActive } from '../access-tokens.store.ts';
import { enableAccessTokens } from '../sessions.settings.ts';
import { createAccessToken, endedSessions, removeAccessToken } from '../sessions.ts';

export const createToken = action({
  name: 'create-access-token',
  summary: 'Makes a personal token; the answer is the only place where it can be read.',
  input: z.object({ user_id: fields.id(), description: z.string().nullish() }),
  permission: allOf(inSystem('create_user_access_token'), selfOrManager('edit_other_users')),
  run: async (ctx, { user_id, description }) => {
    const user = await needUser(ctx, user_id);
    if (!user.is_bot && !ctx.settings.get(enableAccessTokens)) throw userError('app.user_access_token.disabled', 'Personal tokens are switched off on this server.', 501);
    if (!description) throw userError('model.user_access_token.is_valid.description.app_error', 'Say what the token is for.');
    if ([...description].length > token_description_max) throw userError('model.user_access_token.is_valid.description.app_error', `The description must have at most ${token_description_max} characters.`);
    return createAccessToken(ctx, user_id, description);
  },
});

const input = z.object({ token_id: z.string() });

export const disableToken = action({
  name: 'disable-access-token',
  summary: 'Makes a personal token useless until it is enabled again.',
  input,
  permission: inSystem('revoke_user_access_token'),
  run: (ctx, { token_id }) => setActive(ctx, token_id, false),
});

export const enableToken = action({
  name: 'enable-access-token',
  summary: 'Makes a disabled personal token work again.',
  input,
  permission: inSystem('create_user_access_token'),
  run: (ctx, { token_id }) => setActive(ctx, token_id, true),
});

export const revokeToken = action({
  name: 'revoke-access-token',
  summary: 'Takes a personal token away for good.',
  input,
  permission: inSystem('revoke_user_access_token'),
  run: async (ctx, { token_id }) => removeAccessToken(ctx, await needOwnToken(ctx, token_id)),
});

/** The token, if the actor may act for its owner; its existence is nobody else's business. */
export async function needOwnToken(ctx: Ctx, token_id: string): Promise<UserAccessToken> {
  const token = await readToken(ctx.db, token_id);
  if (token && (await mayManage(ctx, token.user_id, 'edit_other_users'))) return token;
  if (token || !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['edit_other_users']);
  throw userError('app.user_access_token.get_by_user.app_error', 'There is no such token.', 404);
}

async function setActive(ctx: Ctx, token_id: string, is_active: boolean): Promise<void> {
  const token = await needOwnToken(ctx, token_id);
  const token_hash = await setTokenActive(ctx.db, token.id, is_active);
  if (token_hash) endedSessions(ctx.app, [{ id: token.id, user_id: token.user_id, token_hash }]);
}
