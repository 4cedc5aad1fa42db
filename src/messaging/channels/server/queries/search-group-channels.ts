import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { likePattern, MAX_FOUND } from '../search-channels.ts';

export const searchGroupChannels = query({
  name: 'search-group-channels',
  summary: "One's group channels with people of these names.",
  input: z.object({ term: fields.text(256).nullish() }),
  permission: signedIn('it finds only channels that the asker is in'),
  run: async (ctx, { term }): Promise<Channel[]> => {
    const words = (term ?? '').toLowerCase().split(/[\s,]+/).filter(Boolean).slice(0, 8);
    if (!words.length) return [];
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id
       WHERE m.user_id = $1 AND c.type = 'G' AND NOT EXISTS (
         SELECT 1 FROM unnest($2::text[]) AS w (pattern) WHERE NOT EXISTS (
           SELECT 1 FROM channel_members o JOIN users u ON u.id = o.user_id WHERE o.channel_id = c.id AND u.username LIKE w.pattern))
       ORDER BY c.display_name, c.id LIMIT ${MAX_FOUND}`,
      [ctx.actor.user_id, words.map(likePattern)],
    );
    return rows.map(toWireChannel);
  },
});
