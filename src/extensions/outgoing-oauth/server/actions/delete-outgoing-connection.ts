import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetConnections } from '../connections.cache.ts';
import { loadConnection, managesConnections } from '../connections.permissions.ts';
import { deleteConnection } from '../connections.store.ts';

export const deleteOutgoingConnection = action({
  name: 'delete-outgoing-connection',
  summary: 'Remove a connection: its addresses are called without a token.',
  input: z.object({ outgoing_oauth_connection_id: fields.id() }),
  permission: managesConnections,
  run: async (ctx, { outgoing_oauth_connection_id }) => {
    await loadConnection(ctx, outgoing_oauth_connection_id);
    await deleteConnection(ctx.db, outgoing_oauth_connection_id);
    forgetConnections(ctx.app);
  },
});
