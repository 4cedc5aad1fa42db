import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { readCredentials, saveMfaSecret, spendMfaStep } from '../credentials.store.ts';
import { makeMfaSecret, stepOfCode } from '../mfa.ts';
import { forgetUser } from '../users.cache.ts';
import { userUpdated } from '../users.events.ts';
import { selfOrManager } from '../users.permissions.ts';
import { enableMfa } from '../users.settings.ts';
import { setMfaActive } from '../users.store.ts';

export const generateMfaSecret = action({
  name: 'generate-mfa-secret',
  summary: 'Makes a secret for an authenticator app; it counts once a code of it has been given.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id }) => {
    demandMfa(ctx);
    const user = await needUser(ctx, user_id);
    if (user.auth_service) throw userError('mfa.generate_qr_code.create_code.app_error', 'The second factor of this account is a matter of the service by which it logs in.');
    if (user.mfa_active) throw userError('mfa.generate_qr_code.active.app_error', 'Switch the second factor off before setting up another.');
    const made = await makeMfaSecret('Muster', user.username);
    await saveMfaSecret(ctx.db, user_id, made.secret);
    return made;
  },
});

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
    ctx.emit(userUpdated, { app: ctx.app, user: await needUser(ctx, user_id) });
  },
});

async function proveSecret(ctx: Ctx, user_id: string, code: string): Promise<void> {
  demandMfa(ctx);
  if (!code) throw invalidBody('code');
  const { mfa_secret } = await readCredentials(ctx.db, user_id);
  const step = stepOfCode(mfa_secret, code.trim(), ctx.now);
  if (step === null || !(await spendMfaStep(ctx.db, user_id, step))) throw userError('mfa.activate.bad_token.app_error', 'The code is wrong. Check the clock of the phone and try the next code.', 401);
}

function demandMfa(ctx: Ctx): void {
  if (!ctx.settings.get(enableMfa)) throw userError('mfa.mfa_disabled.app_error', 'Second factors are switched off on this server.', 501);
}
