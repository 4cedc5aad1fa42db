import { z } from 'zod';
import { action, anyone, invalidBody, userError } from '#kernel/server/index.ts';
import { MAIL_TOKEN_CHARS, spendUserToken } from '../user-tokens.ts';
import { getUser } from '../users.cache.ts';
import { noteVerified } from '../email-verification.ts';

const TYPE = 'email';
const text = () => z.string().nullish().transform((value) => value ?? '');

export const verifyEmail = action({
  name: 'verify-email',
  summary: 'Notes an address as proven, with the token of a mail.',
  input: z.object({ token: text() }),
  permission: anyone('the token proves who it is'),
  run: async (ctx, { token }) => {
    if (token.length !== MAIL_TOKEN_CHARS) throw invalidBody('token');
    const owner = await spendUserToken(ctx, TYPE, token);
    const user = owner ? await getUser(ctx.app, owner.user_id) : undefined;
    if (!user || user.email !== owner?.email) throw userError('api.user.verify_email.bad_link.app_error', 'This link does not work any more. Ask for a new one.');
    await noteVerified(ctx, user.id);
  },
});
