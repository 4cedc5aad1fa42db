import { z } from 'zod';
import { action, newId } from '#kernel/server/index.ts';
import { forgetConnections } from '../connections.cache.ts';
import { connectionFields } from '../connections.input.ts';
import { managesConnections, shown } from '../connections.permissions.ts';
import { checkConnection } from '../connections.rules.ts';
import { saveConnection } from '../connections.store.ts';

export const createOutgoingConnection = action({
  name: 'create-outgoing-connection',
  summary: 'Say how this server proves itself where it calls out.',
  input: z.object(connectionFields),
  permission: managesConnections,
  run: async (ctx, given) => {
    const connection = { id: newId(ctx.now), creator_id: ctx.actor.user_id, create_at: ctx.now, update_at: ctx.now, ...given };
    checkConnection(connection);
    await saveConnection(ctx.app, ctx.db, connection);
    forgetConnections(ctx.app);
    return shown(connection);
  },
});
