import { z } from 'zod';
import { action, anyone, invalidBody } from '#kernel/server/index.ts';
import { mailTo, makeUserToken } from '../user-tokens.ts';
import { getUser } from '../users.cache.ts';
import { readIdByEmail } from '../users.store.ts';

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
