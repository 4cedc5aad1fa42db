import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { saveMfaSecret, spendMfaStep } from '../credentials.store.ts';
import { mfaSecretOf } from '../mfa-secrets.ts';
import { stepOfCode } from '../mfa.ts';
import { mailLetter } from '../user-tokens.ts';
import { forgetUser } from '../users.cache.ts';
import { userUpdated } from '../users.events.ts';
import { selfOrManager } from '../users.permissions.ts';
import { setMfaActive } from '../users.store.ts';
import { demandMfa } from '../demand-mfa.ts';

export const setMfa = action({
  name: 'set-mfa',
  summary: 'Switches the second factor of an account on, with a first code, or off.',
  input: z.object({ user_id: fields.id(), activate: z.boolean(), code: z.string().nullish() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, activate, code }) => {
    await needUser(ctx, user_id);
    if (activate) await proveSecret(ctx, user_id, code ?? '');
    else await saveMfaSecret(ctx.db, user_id, '');
    await setMfaActive(ctx.db, user_id, activate, ctx.now);
    forgetUser(ctx.app, user_id);
    const user = await needUser(ctx, user_id);
    ctx.emit(userUpdated, { app: ctx.app, user });
    await mailLetter(ctx, user, activate ? 'mfa-on' : 'mfa-off', { values: { username: user.username } });
  },
});

async function proveSecret(ctx: Ctx, user_id: string, code: string): Promise<void> {
  demandMfa(ctx);
  if (!code) throw invalidBody('code');
  const step = stepOfCode(await mfaSecretOf(ctx, user_id), code.trim(), ctx.now);
  if (step === null || !(await spendMfaStep(ctx.db, user_id, step))) throw userError('mfa.activate.bad_token.app_error', 'The code is wrong. Check the clock of the phone and try the next code.', 401);
}
