import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { memberColumns, toMember, type MemberRow } from '../channel-members.store.ts';
import { showMember } from '../channels.present.ts';

type RowWithTeam = MemberRow & { team_display_name: string; team_name: string; team_update_at: number };

// The protocol asks for page -1 to have them all at once.
const pageOrAll = z.unknown().optional().transform((value) => (value === '-1' ? -1 : fields.page().parse(value)));

export const listMembershipsOfUser = query({
  name: 'list-memberships-of-user',
  summary: "All of a person's memberships of channels, with what team each belongs to.",
  input: z.object({ user_id: fields.id(), page: pageOrAll, per_page: fields.perPage() }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, { user_id, page, per_page }) => {
    const rows = await ctx.db.rows<RowWithTeam>(
      `SELECT ${memberColumns()}, COALESCE(t.display_name, '') AS team_display_name, COALESCE(t.name, '') AS team_name, COALESCE(t.update_at, 0) AS team_update_at
       FROM channel_member_counts m LEFT JOIN teams t ON t.id = m.team_id WHERE m.user_id = $1 ORDER BY m.channel_id LIMIT $2 OFFSET $3`,
      [user_id, page < 0 ? null : per_page, page < 0 ? 0 : page * per_page],
    );
    return rows.map((row) => showMember(ctx, toMember(row)));
  },
});
