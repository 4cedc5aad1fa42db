import { hasPermission } from '#identity/roles/server/feature.ts';
import { permissionError, type Action, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { OAuthApp } from '../wire/index.ts';
import { missingApp, switchedOff } from './oauth.errors.ts';
import { enableProvider } from './oauth.settings.ts';
import { findApp } from './oauth.store.ts';

/** Throws where OAuth is switched off. */
export function demandProvider(ctx: Ctx): void {
  if (!ctx.settings.get(enableProvider)) throw switchedOff();
}

export async function loadApp(ctx: Ctx, id: string): Promise<OAuthApp> {
  const app = await findApp(ctx.db, id);
  if (!app) throw missingApp();
  return app;
}

/** Rule: may register apps. */
export const registersApps: PermissionRule = {
  scope: 'system',
  ids: ['manage_oauth'],
  check: (ctx) => {
    demandProvider(ctx);
    return hasPermission(ctx, 'manage_oauth');
  },
};

/** Rule: may manage the app that the input names: one's own, or with a right of its own those of others. */
export const managesApp: PermissionRule<{ app_id: string }> = {
  scope: 'object',
  ids: ['manage_oauth', 'manage_system_wide_oauth'],
  check: async (ctx, { app_id }) => {
    demandProvider(ctx);
    if (!(await hasPermission(ctx, 'manage_oauth'))) return false;
    const app = await loadApp(ctx, app_id);
    return app.creator_id === ctx.actor.user_id || hasPermission(ctx, 'manage_system_wide_oauth');
  },
};

// Whoever holds a token could otherwise stay after the person has taken it back.
const NOT_BY_TOKEN = new Set(['create-access-token', 'enable-access-token', 'create-desktop-token', 'change-password', 'set-mfa', 'generate-mfa-secret', 'grant-oauth-app', 'create-oauth-app', 'update-oauth-app', 'regenerate-oauth-secret']);

/** A program that acts for a person must not make itself further ways in. */
export function guardTokens(ctx: Ctx, action: Action): void {
  if (ctx.actor.props['oauth_app_id'] && NOT_BY_TOKEN.has(action.name)) throw permissionError(ctx.actor.user_id, ['a session of one\'s own']);
}

/** The app as its owner sees it, with its secret. */
export function shownToOwner(ctx: Ctx, app: OAuthApp): OAuthApp {
  return { ...app, client_secret: app.client_secret && (ctx.app.secrets.open(app.client_secret) ?? '') };
}

/** The app as everybody sees it: who it is and what it wants, not where it leads. */
export function shownToAll(app: OAuthApp): OAuthApp {
  return { ...app, client_secret: '', callback_urls: [], creator_id: '', create_at: 0, update_at: 0 };
}
