import { inSystem } from '#identity/roles/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type ChannelWithTeamData } from '../wire/index.ts';
import { channelColumns, toWireChannel, type ChannelRow } from './channels.store.ts';

export type Row = ChannelRow & { team_display_name: string; team_name: string; team_update_at: number };

export const TEAM = 't.display_name AS team_display_name, t.name AS team_name, t.update_at AS team_update_at';

export const DEFAULT_NAMES = [default_channel_name, 'off-topic'];

export const listsChannels = inSystem('sysconsole_read_user_management_channels', 'sysconsole_read_user_management_groups', 'sysconsole_read_compliance_data_retention_policy');

export async function pageOfChannels(ctx: Ctx, where: string, params: unknown[], page: number, per_page: number, with_total: boolean): Promise<ChannelWithTeamData[] | { channels: ChannelWithTeamData[]; total_count: number }> {
  const [rows, total] = await Promise.all([
    ctx.db.slow.rows<Row>(`SELECT ${channelColumns('c')}, ${TEAM} FROM channels c JOIN teams t ON t.id = c.team_id WHERE ${where} ORDER BY lower(c.display_name), c.id LIMIT $${params.length + 1} OFFSET $${params.length + 2}`, [...params, per_page, page * per_page]),
    with_total ? ctx.db.slow.one<{ count: number }>(`SELECT count(*) FROM channels c JOIN teams t ON t.id = c.team_id WHERE ${where}`, params) : undefined,
  ]);
  const channels = rows.map((row) => toWireChannel(row) as ChannelWithTeamData);
  return total ? { channels, total_count: total.count } : channels;
}
