import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { userScopes } from '../users.extensions.ts';

export const listKnownUsers = query({
  name: 'list-known-users',
  summary: 'Lists the ids of all people with whom one shares a channel.',
  input: z.object({}),
  permission: signedIn('it speaks of the own channels only'),
  run: async (ctx) => {
    const scope = ctx.app.all(userScopes).find((one) => one.name === 'shares_channel_with');
    if (!scope) return [];
    const rows = await ctx.db.slow.rows<{ id: string }>(`SELECT u.id FROM users u WHERE u.id <> $1 AND ${scope.condition.replaceAll('$', () => '$1')}`, [ctx.actor.user_id]);
    return rows.map((row) => row.id);
  },
});
