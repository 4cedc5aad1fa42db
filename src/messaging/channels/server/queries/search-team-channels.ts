import { z } from 'zod';
import { hasTeamPermission, inTeam, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { fields, query, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { viewArchivedChannels } from '../channels.settings.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

const MAX_FOUND = 50;

/** A text as a LIKE pattern that finds it anywhere, whatever its case. */
export function likePattern(term: string): string {
  return `%${escaped(term)}%`;
}

const escaped = (term: string) => term.trim().toLowerCase().replace(/^[~#]/, '').replace(/[\\%_]/g, '\\$&');

// In the team, or one of its guests: guests find what they are in.
const isInTeam: PermissionRule<{ team_id: string }> = {
  scope: 'team',
  ids: ['list_team_channels'],
  check: async (ctx, { team_id }) => (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).has(team_id) || hasTeamPermission(ctx, team_id, 'list_team_channels'),
};

const FOUND = `(lower(c.display_name) LIKE $2 OR c.name LIKE $2 OR lower(c.purpose) LIKE $2)`;
// What begins with the text comes before what only contains it.
const BEST_FIRST = `ORDER BY lower(c.display_name) LIKE $3 DESC, lower(c.display_name), c.id LIMIT ${MAX_FOUND}`;

const PUBLIC = `c.type = 'O'`;
const OWN = `EXISTS (SELECT 1 FROM channel_members m WHERE m.channel_id = c.id AND m.user_id = $5)`;

export const searchTeamChannels = query({
  name: 'search-team-channels',
  summary: 'Public channels of a team whose names contain a text; for guests their own channels.',
  input: z.object({ team_id: fields.id(), term: fields.text(256).nullish() }),
  permission: isInTeam,
  run: async (ctx, { team_id, term }) => find(ctx, (await hasTeamPermission(ctx, team_id, 'list_team_channels')) ? PUBLIC : OWN, team_id, term ?? ''),
});

export const autocompleteChannels = query({
  name: 'autocomplete-channels',
  summary: 'Channels of a team to link to: public ones and those one is in.',
  input: z.object({ team_id: fields.id(), name: fields.text(256).nullish() }),
  permission: inTeam('list_team_channels'),
  run: (ctx, { team_id, name }) => find(ctx, `(${PUBLIC} OR ${OWN})`, team_id, name ?? ''),
});

async function find(ctx: Ctx, condition: string, team_id: string, term: string): Promise<Channel[]> {
  const rows = await ctx.db.rows<ChannelRow>(
    `SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND $5::text IS NOT NULL AND ($4 OR c.delete_at = 0) AND ${condition} AND ${FOUND} ${BEST_FIRST}`,
    [team_id, likePattern(term), `${escaped(term)}%`, ctx.settings.get(viewArchivedChannels), ctx.actor.user_id],
  );
  return rows.map(toWireChannel);
}
