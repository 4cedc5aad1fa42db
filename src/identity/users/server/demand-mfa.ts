import { userError, type Ctx } from '#kernel/server/index.ts';
import { enableMfa } from './users.settings.ts';

/** Throws where second factors are switched off. */
export function demandMfa(ctx: Ctx): void {
  if (!ctx.settings.get(enableMfa)) throw userError('mfa.mfa_disabled.app_error', 'Second factors are switched off on this server.', 501);
}
