import { z } from 'zod';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { fields, query, type Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type ChannelWithTeamData } from '../../wire/index.ts';
import { ids, looseFlag } from '../channels.fields.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { likePattern } from './search-team-channels.ts';

type Row = ChannelRow & { team_display_name: string; team_name: string; team_update_at: number };

const TEAM = 't.display_name AS team_display_name, t.name AS team_name, t.update_at AS team_update_at';
const DEFAULTS = [default_channel_name, 'off-topic'];
const readers = inSystem('sysconsole_read_user_management_channels', 'sysconsole_read_user_management_groups', 'sysconsole_read_compliance_data_retention_policy');

export const listAllChannels = query({
  name: 'list-all-channels',
  summary: 'Every public and private channel of the server, for administrators.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), include_deleted: fields.queryFlag(), exclude_default_channels: fields.queryFlag(), include_total_count: fields.queryFlag() }),
  permission: readers,
  run: async (ctx, { page, per_page, include_deleted, exclude_default_channels, include_total_count }) => {
    const where = `c.type IN ('O', 'P') AND ($1 OR c.delete_at = 0) AND c.name <> ALL($2)`;
    const params = [include_deleted, exclude_default_channels ? DEFAULTS : []];
    return found(ctx, where, params, page, per_page, include_total_count);
  },
});

const search = z.object({
  term: fields.text(256).nullish(), system_console: z.unknown().optional(), include_deleted: z.unknown().optional(), deleted: looseFlag(), public: looseFlag(), private: looseFlag(), exclude_default_channels: looseFlag(),
  include_search_by_id: looseFlag(), team_ids: ids(1_000).nullish(), page: z.int().min(0).nullish(), per_page: z.int().min(1).max(200).nullish(),
});

export const searchAllChannels = query({
  name: 'search-all-channels',
  summary: 'Channels of all teams whose names contain a text: all for administrators, else those one can see.',
  input: search,
  permission: {
    scope: 'system',
    ids: readers.ids,
    reason: 'with system_console=false it finds only what the asker can see',
    check: (ctx, input: { system_console?: unknown }) => isOwnSearch(input) || readers.check(ctx, input),
  },
  run: async (ctx, input) => {
    const kinds = [input.public && 'O', input.private && 'P'].filter(Boolean);
    const where = `c.type = ANY($1) AND (CASE WHEN $2 THEN c.delete_at > 0 ELSE $3 OR c.delete_at = 0 END) AND c.name <> ALL($4) AND (cardinality($5::text[]) = 0 OR c.team_id = ANY($5))
      AND (lower(c.display_name) LIKE $6 OR c.name LIKE $6 OR lower(c.purpose) LIKE $6 OR ($7 AND c.id = $8)) AND ($9 OR c.id IN (${REACHABLE}))`;
    const sees_all = !isOwnSearch(input) || (await hasPermission(ctx, 'manage_system'));
    const params = [
      kinds.length ? kinds : ['O', 'P'], input.deleted, input.include_deleted === true || input.include_deleted === 'true', input.exclude_default_channels ? DEFAULTS : [], input.team_ids ?? [],
      likePattern(input.term ?? ''), input.include_search_by_id, (input.term ?? '').trim(), sees_all, ctx.actor.user_id,
    ];
    const is_paged = input.page !== null && input.page !== undefined;
    return found(ctx, where, params, input.page ?? 0, input.per_page ?? 100, is_paged);
  },
});

// Channels one is in, and public ones of one's teams. $10 is the person.
const REACHABLE = `SELECT m.channel_id FROM channel_members m WHERE m.user_id = $10
  UNION SELECT p.id FROM channels p JOIN team_members tm ON tm.team_id = p.team_id AND tm.user_id = $10 AND tm.delete_at = 0 AND NOT tm.scheme_guest WHERE p.type = 'O'`;

function isOwnSearch(input: { system_console?: unknown }): boolean {
  return input.system_console === 'false' || input.system_console === false;
}

async function found(ctx: Ctx, where: string, params: unknown[], page: number, per_page: number, with_total: boolean): Promise<ChannelWithTeamData[] | { channels: ChannelWithTeamData[]; total_count: number }> {
  const [rows, total] = await Promise.all([
    ctx.db.slow.rows<Row>(`SELECT ${channelColumns('c')}, ${TEAM} FROM channels c JOIN teams t ON t.id = c.team_id WHERE ${where} ORDER BY lower(c.display_name), c.id LIMIT $${params.length + 1} OFFSET $${params.length + 2}`, [...params, per_page, page * per_page]),
    with_total ? ctx.db.slow.one<{ count: number }>(`SELECT count(*) FROM channels c JOIN teams t ON t.id = c.team_id WHERE ${where}`, params) : undefined,
  ]);
  const channels = rows.map((row) => toWireChannel(row) as ChannelWithTeamData);
  return total ? { channels, total_count: total.count } : channels;
}
