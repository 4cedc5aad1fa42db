import { z } from 'zod';
import { action, AppError, userError } from '#kernel/server/index.ts';
import { connectionFields } from '../connections.input.ts';
import { loadConnection, managesConnections } from '../connections.permissions.ts';
import { checkConnection } from '../connections.rules.ts';
import { askForToken } from '../connections.tokens.ts';

export const validateOutgoingConnection = action({
  name: 'validate-outgoing-connection',
  summary: 'Try whether a connection gets a token.',
  input: z.object({ id: z.string().nullish(), ...connectionFields }),
  permission: managesConnections,
  run: async (ctx, { id, ...given }) => {
    // Of a connection that there is the page knows no secrets, and its secrets go to its own address only.
    const known = id && !given.client_secret ? await loadConnection(ctx, id) : undefined;
    const connection = known ?? { id: '', creator_id: ctx.actor.user_id, create_at: ctx.now, update_at: ctx.now, ...given };
    checkConnection(connection);
    await askForToken(ctx.app, connection).catch((error: unknown) => {
      throw userError('api.context.outgoing_oauth_connection.validate_connection_credentials.app_error', error instanceof AppError ? error.message : 'No token could be had.');
    });
  },
});
