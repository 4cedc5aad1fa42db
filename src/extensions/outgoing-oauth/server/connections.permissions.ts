import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { OutgoingOAuthConnection } from '../wire/index.ts';
import { allConnections } from './connections.cache.ts';
import type { Connection } from './connections.rules.ts';
import { enableConnections } from './outgoing-oauth.settings.ts';

const MANAGE = 'manage_outgoing_oauth_connections';
const USES = ['manage_own_outgoing_webhooks', 'manage_own_slash_commands'];

function demandEnabled(ctx: Ctx): void {
  if (!ctx.settings.get(enableConnections)) throw userError('api.context.outgoing_oauth_connection.not_available.configuration_disabled', 'Outgoing OAuth connections are switched off on this server (ServiceSettings.EnableOutgoingOAuthConnections).', 501);
}

/** Rule: may manage connections. */
export const managesConnections: PermissionRule = {
  scope: 'system',
  ids: [MANAGE],
  check: (ctx) => {
    demandEnabled(ctx);
    return hasPermission(ctx, MANAGE);
  },
};

/** Rule: may see which connections there are, since one makes hooks or commands in the team. */
export const seesConnections: PermissionRule<{ team_id: string }> = {
  scope: 'team',
  ids: [MANAGE, ...USES],
  check: async (ctx, { team_id }) => {
    demandEnabled(ctx);
    return (await Promise.all([hasPermission(ctx, MANAGE), ...USES.map((use) => hasTeamPermission(ctx, team_id, use))])).includes(true);
  },
};

export async function loadConnection(ctx: Ctx, id: string): Promise<Connection> {
  const found = (await allConnections(ctx.app)).find((one) => one.id === id);
  if (!found) throw userError('app.outgoing_oauth_connection.get.not_found.app_error', 'There is no such connection.', 404);
  return found;
}

/** The connection without what is secret. */
export function shown({ client_secret: _secret, credentials_password: _password, credentials_username, audiences, ...rest }: Connection): OutgoingOAuthConnection {
  return { ...rest, audiences: [...audiences], ...(credentials_username && { credentials_username }) };
}
