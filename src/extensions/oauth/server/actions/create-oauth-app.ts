import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, newId, newToken } from '#kernel/server/index.ts';
import type { OAuthApp } from '../../wire/index.ts';
import { appFields } from '../oauth.input.ts';
import { registersApps, shownToOwner } from '../oauth.permissions.ts';
import { checkApp } from '../oauth.rules.ts';
import { insertApp } from '../oauth.store.ts';

/** Registers a program that may ask people to act for them. */
export const createOAuthApp = action({
  name: 'create-oauth-app',
  summary: 'Register an app that acts for people.',
  input: z.object({ ...appFields, is_public: z.boolean().nullish() }),
  permission: registersApps,
  run: async (ctx, { is_public, ...given }) => {
    const is_trusted = given.is_trusted && (await hasPermission(ctx, 'manage_system'));
    const app: OAuthApp = { id: newId(ctx.now), creator_id: ctx.actor.user_id, create_at: ctx.now, update_at: ctx.now, client_secret: is_public ? '' : ctx.app.secrets.seal(newToken()), ...given, is_trusted, mattermost_app_id: '' };
    checkApp(app);
    await insertApp(ctx.db, app);
    return shownToOwner(ctx, app);
  },
});
