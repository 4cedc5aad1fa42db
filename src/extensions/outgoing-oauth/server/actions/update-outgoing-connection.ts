import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetConnections } from '../connections.cache.ts';
import { connectionFields } from '../connections.input.ts';
import { loadConnection, managesConnections, shown } from '../connections.permissions.ts';
import { checkConnection } from '../connections.rules.ts';
import { saveConnection } from '../connections.store.ts';

export const updateOutgoingConnection = action({
  name: 'update-outgoing-connection',
  summary: 'Change a connection; secrets that are not given stay, unless they would go to another address.',
  input: z.object({ outgoing_oauth_connection_id: fields.id(), ...connectionFields }),
  permission: managesConnections,
  run: async (ctx, { outgoing_oauth_connection_id, ...given }) => {
    const before = await loadConnection(ctx, outgoing_oauth_connection_id);
    // Kept secrets go nowhere but where they were meant for.
    const kept = given.oauth_token_url === before.oauth_token_url ? before : { client_secret: '', credentials_password: '' };
    const connection = { ...before, ...given, client_secret: given.client_secret || kept.client_secret, credentials_password: given.credentials_password || kept.credentials_password, update_at: ctx.now };
    checkConnection(connection);
    await saveConnection(ctx.app, ctx.db, connection);
    forgetConnections(ctx.app);
    return shown(connection);
  },
});
