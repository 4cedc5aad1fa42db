import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { allConnections } from '../connections.cache.ts';
import { seesConnections, shown } from '../connections.permissions.ts';
import { connectionFor } from '../connections.rules.ts';

export const listOutgoingConnections = query({
  name: 'list-outgoing-connections',
  summary: 'List connections, or find the one for an address.',
  input: z.object({ team_id: fields.id(), audience: z.string().default(''), offset_id: z.string().default(''), limit: fields.queryNumber(50, 200) }),
  permission: seesConnections,
  run: async (ctx, { audience, offset_id, limit }) => {
    const all = await allConnections(ctx.app);
    const one = audience ? connectionFor(all, audience) : undefined;
    const found = audience ? (one ? [one] : []) : all.filter(({ id }) => id > offset_id).slice(0, limit);
    return found.map(shown);
  },
});
