import { z } from 'zod';
import { action, anyone, invalidBody } from '#kernel/server/index.ts';
import { sendAddressLink } from '../email-verification.ts';
import { getUser } from '../users.cache.ts';
import { readIdByEmail } from '../users.store.ts';

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
    await sendAddressLink(ctx, user, 'verify-address');
  },
});
