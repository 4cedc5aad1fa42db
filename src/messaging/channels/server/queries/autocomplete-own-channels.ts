import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { viewArchivedChannels } from '../channels.settings.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { likePattern, MAX_FOUND } from '../search-channels.ts';

export const autocompleteOwnChannels = query({
  name: 'autocomplete-own-channels',
  summary: 'Channels to search in: those of a team that one is in, and direct and group channels by the names of their people.',
  input: z.object({ team_id: fields.id(), name: fields.text(256).nullish() }),
  permission: signedIn('it finds only channels that the asker is in'),
  run: async (ctx, { team_id, name }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow & { partner: string | null }>(
      `SELECT ${channelColumns('c')}, p.username AS partner
       FROM channel_members m JOIN channels c ON c.id = m.channel_id
       LEFT JOIN users p ON c.type = 'D' AND p.id = CASE WHEN split_part(c.name, '__', 1) = $1 THEN split_part(c.name, '__', 2) ELSE split_part(c.name, '__', 1) END
       WHERE m.user_id = $1 AND c.team_id IN ($2, '') AND ($4 OR c.delete_at = 0)
         AND (c.type <> 'D' AND (lower(c.display_name) LIKE $3 OR (c.team_id <> '' AND c.name LIKE $3))
           OR c.type = 'D' AND (p.username LIKE $3 OR lower(p.nickname) LIKE $3 OR lower(p.first_name || ' ' || p.last_name) LIKE $3))
       ORDER BY lower(COALESCE(p.username, c.display_name)), c.id LIMIT ${MAX_FOUND}`,
      [ctx.actor.user_id, team_id, likePattern(name ?? ''), ctx.settings.get(viewArchivedChannels)],
    );
    return rows.map(({ partner, ...row }) => ({ ...toWireChannel(row), display_name: partner ?? row.display_name }));
  },
});
