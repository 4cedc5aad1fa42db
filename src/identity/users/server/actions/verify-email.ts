import { z } from 'zod';
import { action, anyone, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser } from '../change-user.ts';
import { MAIL_TOKEN_CHARS, mailTo, makeUserToken, spendUserToken } from '../user-tokens.ts';
import { forgetUser, getUser } from '../users.cache.ts';
import { userUpdated } from '../users.events.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { readIdByEmail, setEmailVerified } from '../users.store.ts';

const TYPE = 'email';
const text = () => z.string().nullish().transform((value) => value ?? '');

export const sendVerification = action({
  name: 'send-email-verification',
  summary: 'Sends a link that proves an address. The answer does not tell whether there is such an account.',
  input: z.object({ email: text() }),
  permission: anyone('where an address must be proven first, nobody can be signed in before'),
  run: async (ctx, { email }) => {
    if (!email) throw invalidBody('email');
    const id = await readIdByEmail(ctx.db, email.trim().toLowerCase());
    const user = id ? await getUser(ctx.app, id) : undefined;
    if (!user || user.delete_at || user.email_verified) return;
    const token = await makeUserToken(ctx, TYPE, user);
    await mailTo(ctx, { to: user.email, subject: 'Confirm your address', text: `To confirm this address for @${user.username}, open:\n${ctx.app.site_url}/do_verify_email?token=${token}&email=${encodeURIComponent(user.email)}` });
  },
});

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
    await note(ctx, user.id);
  },
});

export const verifyMemberEmail = action({
  name: 'verify-member-email',
  summary: "Notes somebody's address as proven.",
  input: z.object({ user_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { user_id }) => {
    await needUser(ctx, user_id);
    await note(ctx, user_id);
    return sanitizeUser(await needUser(ctx, user_id), ctx);
  },
});

async function note(ctx: Ctx, user_id: string): Promise<void> {
  await setEmailVerified(ctx.db, user_id, ctx.now);
  forgetUser(ctx.app, user_id);
  ctx.emit(userUpdated, { app: ctx.app, user: await needUser(ctx, user_id) });
}
