import { z } from 'zod';
import { action, allOf, fields, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { mailLetter, needUser, selfOrManager } from '#identity/users/server/feature.ts';
import { token_description_max } from '../../wire/index.ts';
import { enableAccessTokens } from '../sessions.settings.ts';
import { createAccessToken } from '../sessions.ts';

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
    const made = await createAccessToken(ctx, user_id, description);
    await mailLetter(ctx, user, 'token-made', { values: { username: user.username, description } });
    return made;
  },
});
