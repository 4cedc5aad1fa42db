import type { Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { viewArchivedChannels } from './channels.settings.ts';
import { channelColumns, toWireChannel, type ChannelRow } from './channels.store.ts';

export const MAX_FOUND = 50;

/** A text as a LIKE pattern that finds it anywhere, whatever its case. */
export function likePattern(term: string): string {
  return `%${escaped(term)}%`;
}

export const escaped = (term: string) => term.trim().toLowerCase().replace(/^[~#]/, '').replace(/[\\%_]/g, '\\$&');

export const FOUND = `(lower(c.display_name) LIKE $2 OR c.name LIKE $2 OR lower(c.purpose) LIKE $2)`;

// What begins with the text comes before what only contains it.
export const BEST_FIRST = `ORDER BY lower(c.display_name) LIKE $3 DESC, lower(c.display_name), c.id LIMIT ${MAX_FOUND}`;

export const PUBLIC = `c.type = 'O'`;

export const OWN = `EXISTS (SELECT 1 FROM channel_members m WHERE m.channel_id = c.id AND m.user_id = $5)`;

export async function findInTeam(ctx: Ctx, condition: string, team_id: string, term: string): Promise<Channel[]> {
  const rows = await ctx.db.rows<ChannelRow>(
    `SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND $5::text IS NOT NULL AND ($4 OR c.delete_at = 0) AND ${condition} AND ${FOUND} ${BEST_FIRST}`,
    [team_id, likePattern(term), `${escaped(term)}%`, ctx.settings.get(viewArchivedChannels), ctx.actor.user_id],
  );
  return rows.map(toWireChannel);
}
