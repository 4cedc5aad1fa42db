import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';
import { loadSharp, userError, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { mfaSecretOf } from './mfa-secrets.ts';
import { noteFailure } from './confirm-password.ts';
import { spendMfaStep } from './credentials.store.ts';
import { enableMfa } from './users.settings.ts';

const STEP_S = 30;
const MODULE_PX = 6;
const QUIET_MODULES = 4;

/** A new secret for an authenticator app, and the picture that the app reads it from (PNG in base64). */
export async function makeMfaSecret(site_name: string, username: string): Promise<{ secret: string; qr_code: string }> {
  const totp = new TOTP({ issuer: site_name, label: username, secret: new Secret({ size: 20 }), period: STEP_S });
  return { secret: totp.secret.base32, qr_code: (await drawQrCode(totp.toString())).toString('base64') };
}

/** Which time step the code belongs to: this one or a neighbour, for clocks that differ; null if none. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  if (!secret || !/^\d{6}$/.test(code)) return null;
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_S }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / STEP_S) + delta;
}

/** Asks for the second factor of an account that has one. Each code works once. */
export async function demandMfaCode(ctx: Ctx, user: User, code: string): Promise<void> {
  if (!user.mfa_active || !ctx.settings.get(enableMfa)) return;
  if (!code) throw userError('mfa.validate_token.authenticate.app_error', 'This account needs the code of an authenticator app.', 401);
  const step = stepOfCode(await mfaSecretOf(ctx, user.id), code.trim(), ctx.now);
  if (step !== null && (await spendMfaStep(ctx.db, user.id, step))) return;
  await noteFailure(ctx, user);
  throw userError('api.user.check_user_mfa.bad_code.app_error', 'The code of the authenticator app is wrong or was used before.', 401);
}

async function drawQrCode(text: string): Promise<Buffer> {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const dark = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const).filter(([row, column]) => code.isDark(row, column));
  const side = size + 2 * QUIET_MODULES;
  const path = dark.map(([row, column]) => `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`).join('');
  return (await loadSharp())(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${side * MODULE_PX}" height="${side * MODULE_PX}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`)).png().toBuffer();
}
