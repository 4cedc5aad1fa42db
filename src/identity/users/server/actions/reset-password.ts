import { z } from 'zod';
import { action, anyone, invalidBody, userError } from '#kernel/server/index.ts';
import { MAIL_TOKEN_CHARS, spendUserToken } from '../user-tokens.ts';
import { getUser } from '../users.cache.ts';
import { checkPassword } from '../users.rules.ts';
import { setPassword } from '../set-password.ts';

const TYPE = 'password';
const text = () => z.string().nullish().transform((value) => value ?? '');

export const resetPassword = action({
  name: 'reset-password',
  summary: 'Sets a new password with the token of a mail.',
  input: z.object({ token: text(), new_password: text() }),
  permission: anyone('the token proves who it is'),
  run: async (ctx, { token, new_password }) => {
    if (token.length !== MAIL_TOKEN_CHARS) throw invalidBody('token');
    checkPassword(ctx.settings, new_password);
    const owner = await spendUserToken(ctx, TYPE, token);
    const user = owner ? await getUser(ctx.app, owner.user_id) : undefined;
    if (!owner || !user || user.email !== owner.email) throw userError('api.user.reset_password.invalid_link.app_error', 'This link does not work any more. Ask for a new one.');
    await setPassword(ctx, owner.user_id, new_password);
  },
});
