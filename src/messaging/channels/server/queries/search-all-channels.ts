import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { DEFAULT_NAMES, listsChannels, pageOfChannels } from '../all-channels.ts';
import { ids, looseFlag } from '../channels.fields.ts';
import { likePattern } from '../search-channels.ts';

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
    ids: listsChannels.ids,
    reason: 'with system_console=false it finds only what the asker can see',
    check: (ctx, input: { system_console?: unknown }) => isOwnSearch(input) || listsChannels.check(ctx, input),
  },
  run: async (ctx, input) => {
    const kinds = [input.public && 'O', input.private && 'P'].filter(Boolean);
    const where = `c.type = ANY($1) AND (CASE WHEN $2 THEN c.delete_at > 0 ELSE $3 OR c.delete_at = 0 END) AND c.name <> ALL($4) AND (cardinality($5::text[]) = 0 OR c.team_id = ANY($5))
      AND (lower(c.display_name) LIKE $6 OR c.name LIKE $6 OR lower(c.purpose) LIKE $6 OR ($7 AND c.id = $8)) AND ($9 OR c.id IN (${REACHABLE}))`;
    const sees_all = !isOwnSearch(input) || (await hasPermission(ctx, 'manage_system'));
    const params = [
      kinds.length ? kinds : ['O', 'P'], input.deleted, input.include_deleted === true || input.include_deleted === 'true', input.exclude_default_channels ? DEFAULT_NAMES : [], input.team_ids ?? [],
      likePattern(input.term ?? ''), input.include_search_by_id, (input.term ?? '').trim(), sees_all, ctx.actor.user_id,
    ];
    const is_paged = input.page !== null && input.page !== undefined;
    return pageOfChannels(ctx, where, params, input.page ?? 0, input.per_page ?? 100, is_paged);
  },
});

// Channels one is in, and public ones of one's teams. $10 is the person.
const REACHABLE = `SELECT m.channel_id FROM channel_members m WHERE m.user_id = $10
  UNION SELECT p.id FROM channels p JOIN team_members tm ON tm.team_id = p.team_id AND tm.user_id = $10 AND tm.delete_at = 0 AND NOT tm.scheme_guest WHERE p.type = 'O'`;

function isOwnSearch(input: { system_console?: unknown }): boolean {
  return input.system_console === 'false' || input.system_console === false;
}
