import type { App, Ctx } from '#kernel/server/index.ts';
import { readCredentials, readPlainMfaSecrets, replaceMfaSecret } from './credentials.store.ts';

/** The secret of an account's authenticator app; '' if it has none. */
export async function mfaSecretOf(ctx: Ctx, user_id: string): Promise<string> {
  const { mfa_secret } = await readCredentials(ctx.db, user_id);
  if (!mfa_secret) return '';
  const secret = ctx.app.secrets.open(mfa_secret);
  if (secret === null) ctx.log.error({ user_id }, 'the secret of a second factor was sealed with another key: bring secret.key (or MUSTER_SECRET_KEY) back, or switch the second factor of this account off');
  return secret ?? '';
}

/** Seals what older versions kept as it was. */
export async function sealSecrets(app: App): Promise<void> {
  for (const { user_id, mfa_secret } of await readPlainMfaSecrets(app.db)) await replaceMfaSecret(app.db, user_id, mfa_secret, app.secrets.seal(mfa_secret));
}
