import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { loadConnection, managesConnections, shown } from '../connections.permissions.ts';

export const getOutgoingConnection = query({
  name: 'get-outgoing-connection',
  summary: 'Show a connection without its secrets.',
  input: z.object({ outgoing_oauth_connection_id: fields.id() }),
  permission: managesConnections,
  run: async (ctx, { outgoing_oauth_connection_id }) => shown(await loadConnection(ctx, outgoing_oauth_connection_id)),
});
