import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { hasTeamPermission, inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel, ChannelMember } from '../../wire/index.ts';
import { memberColumns, toMember, type MemberRow } from '../channel-members.store.ts';
import { addMentions, showMember } from '../channels.present.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

const deleted = { include_deleted: fields.queryFlag(), last_delete_at: fields.queryNumber(0) };

// $3: archived ones too, $4: of those only what was archived since.
const ALIVE = `(c.delete_at = 0 OR ($3 AND c.delete_at >= $4))`;

export const listTeamChannelsOfUser = query({
  name: 'list-team-channels-of-user',
  summary: 'The channels of a team that a person is in, with direct and group channels.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), ...deleted }),
  permission: allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team')),
  run: async (ctx, { user_id, team_id, include_deleted, last_delete_at }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id WHERE m.user_id = $1 AND c.team_id IN ($2, '') AND ${ALIVE} ORDER BY c.display_name, c.id`,
      [user_id, team_id, include_deleted, last_delete_at],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});

export const listChannelsOfUser = query({
  name: 'list-channels-of-user',
  summary: 'All channels that a person is in.',
  input: z.object({ user_id: fields.id(), ...deleted }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, { user_id, include_deleted, last_delete_at }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id WHERE m.user_id = $1 AND $2::text IS NULL AND ${ALIVE} ORDER BY c.display_name, c.id`,
      [user_id, null, include_deleted, last_delete_at],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});

const selfOrManager: PermissionRule<{ user_id: string; team_id: string }> = {
  scope: 'team',
  ids: ['manage_system'],
  check: async (ctx, { user_id, team_id }) => user_id === ctx.actor.user_id || hasTeamPermission(ctx, team_id, 'manage_system'),
};

export const listTeamMembershipsOfUser = query({
  name: 'list-team-memberships-of-user',
  summary: "A person's memberships of the channels of a team, with direct and group channels.",
  input: z.object({ user_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ user_id: string; team_id: string }>(inTeam('view_team'), selfOrManager),
  run: async (ctx, { user_id, team_id }): Promise<ChannelMember[]> => {
    const rows = await ctx.db.rows<MemberRow>(`SELECT ${memberColumns()} FROM channel_member_counts m WHERE m.user_id = $1 AND m.team_id IN ($2, '') ORDER BY m.channel_id`, [user_id, team_id]);
    return rows.map((row) => showMember(ctx, toMember(row)));
  },
});

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
