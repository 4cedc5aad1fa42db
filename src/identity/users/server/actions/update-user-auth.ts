import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser } from '../change-user.ts';
import { forgetUser } from '../users.cache.ts';
import { setAuth } from '../users.store.ts';

const SERVICES = ['', 'email', 'ldap', 'saml', 'gitlab', 'google', 'office365', 'openid'];

export const updateUserAuth = action({
  name: 'update-user-auth',
  summary: 'Sets by which service an account logs in.',
  input: z.object({ user_id: fields.id(), auth_service: z.string().default(''), auth_data: z.string().max(128).nullish() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { user_id, auth_service, auth_data }) => {
    await needUser(ctx, user_id);
    const service = auth_service === 'email' ? '' : auth_service;
    if (!SERVICES.includes(auth_service) || (service && !auth_data)) throw userError('api.user.update_user_auth.invalid_request', 'Name the service and the id that the account has there; an empty service is log-in by password.');
    await setAuth(ctx.db, user_id, service, service ? auth_data! : null, ctx.now);
    forgetUser(ctx.app, user_id);
    return { auth_service: service, auth_data: auth_data ?? null };
  },
});
