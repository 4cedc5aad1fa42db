import { z } from 'zod';
import { hasTeamPermission, showTeams, teamColumns, toWireTeam } from '#identity/teams/server/feature.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { fields, query, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { ChannelStats } from '../../wire/index.ts';
import { getChannel } from '../channels.cache.ts';
import { channelInput, ids } from '../channels.fields.ts';
import { channelFigures } from '../channels.extensions.ts';
import { hasChannelPermission, inChannel, requireChannel } from '../channels.permissions.ts';

export const getChannelStats = query({
  name: 'get-channel-stats',
  summary: 'How many members, guests, pinned posts and files a channel has.',
  input: z.object({ channel_id: fields.id(), exclude_files_count: fields.queryFlag() }),
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, exclude_files_count }): Promise<ChannelStats> => {
    const [counts, ...figures] = await Promise.all([
      ctx.db.one<{ member_count: number; guest_count: number }>(
        'SELECT count(*) AS member_count, count(*) FILTER (WHERE m.scheme_guest) AS guest_count FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = $1 AND u.delete_at = 0',
        [channel_id],
      ),
      ...ctx.app.all(channelFigures).map((ask) => ask(ctx.app, channel_id, { files: !exclude_files_count })),
    ]);
    return { channel_id, pinnedpost_count: 0, files_count: exclude_files_count ? -1 : 0, ...counts, ...Object.assign({}, ...figures) };
  },
});

const seesCounts: PermissionRule<{ channel_ids: readonly string[] }> = {
  scope: 'channel',
  ids: ['read_channel_content', 'list_team_channels'],
  check: async (ctx, { channel_ids }) => {
    for (const id of channel_ids) if (!(await seesCount(ctx, id))) return false;
    return true;
  },
};

async function seesCount(ctx: Ctx, channel_id: string): Promise<boolean> {
  if (await hasChannelPermission(ctx, channel_id, 'read_channel_content')) return true;
  const channel = await getChannel(ctx.app, channel_id);
  return channel?.type === 'O' && hasTeamPermission(ctx, channel.team_id, 'list_team_channels');
}

export const countChannelMembers = query({
  name: 'count-channel-members',
  summary: 'How many members each of some channels has.',
  input: z.object({ channel_ids: ids(1_000) }),
  permission: seesCounts,
  run: async (ctx, { channel_ids }) => {
    const rows = await ctx.db.rows<{ channel_id: string; count: number }>('SELECT m.channel_id, count(*) FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = ANY($1) AND u.delete_at = 0 GROUP BY m.channel_id', [channel_ids]);
    return Object.fromEntries(rows.map((row) => [row.channel_id, row.count]));
  },
});

export const countMembersByGroup = query({
  name: 'count-members-by-group',
  summary: 'How many members of a channel each group of people has.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: () => [],
});

export const listChannelTimezones = query({
  name: 'list-channel-timezones',
  summary: 'The time zones of the members of a channel.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id }) => {
    const rows = await ctx.db.rows<{ zone: string }>(
      `SELECT DISTINCT CASE WHEN u.timezone ->> 'useAutomaticTimezone' = 'true' THEN u.timezone ->> 'automaticTimezone' ELSE u.timezone ->> 'manualTimezone' END AS zone
       FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = $1 AND u.delete_at = 0`,
      [channel_id],
    );
    return rows.map((row) => row.zone).filter(Boolean);
  },
});

export const listCommonTeams = query({
  name: 'list-common-teams',
  summary: 'The teams that all people of a group channel share.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id }): Promise<Team[]> => {
    const channel = await requireChannel(ctx, channel_id);
    if (channel.type !== 'G') throw userError('app.channel.get_common_teams.incorrect_channel_type', 'Only group channels have common teams.');
    if (ctx.actor.is_guest) throw userError('api.channel.gm_to_channel_conversion.not_allowed_for_user.request_error', 'Guests may not make a channel out of a group channel.', 403);
    const rows = await ctx.db.rows<Team>(
      `SELECT ${teamColumns('t')} FROM teams t WHERE t.delete_at = 0 AND NOT EXISTS (
         SELECT 1 FROM channel_members m JOIN users u ON u.id = m.user_id
         WHERE m.channel_id = $1 AND u.delete_at = 0 AND NOT EXISTS (SELECT 1 FROM team_members tm WHERE tm.team_id = t.id AND tm.user_id = m.user_id AND tm.delete_at = 0))
         AND t.id IN (SELECT tm.team_id FROM team_members tm WHERE tm.user_id = $2 AND tm.delete_at = 0)
       ORDER BY lower(t.display_name), t.id`,
      [channel_id, ctx.actor.user_id],
    );
    // The protocol does not tell here when a team has changed.
    return (await showTeams(ctx, rows.map(toWireTeam))).map((team) => ({ ...team, update_at: 0 }));
  },
});
