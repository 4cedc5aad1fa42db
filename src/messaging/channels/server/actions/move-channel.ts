import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { requireTeam, teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type Channel } from '../../wire/index.ts';
import { saveChannel } from '../change-channel.ts';
import { readMemberIds, removeMembers } from '../channel-members.store.ts';
import { leaveTopics } from '../channel-members.ts';
import { announceChange } from '../channel-messages.ts';
import { channelMoved } from '../channels.events.ts';
import { looseFlag } from '../channels.fields.ts';
import { requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';

export const moveChannel = action({
  name: 'move-channel',
  summary: 'Moves a channel to another team; with `force` those of its people who are not in that team leave it.',
  input: z.object({ channel_id: fields.id(), team_id: fields.id(), force: looseFlag() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { channel_id, team_id, force }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (!isOfTeam(channel)) throw userError('api.channel.move_channel.type.invalid', 'Direct and group channels belong to no team.', 403);
    if (channel.name === default_channel_name) throw userError('api.channel.move_channel.default.app_error', `${channel.display_name} belongs to its team.`);
    const team = await requireTeam(ctx, team_id);
    if (channel.team_id === team_id) return channel;
    const from = await requireTeam(ctx, channel.team_id);
    await dropStrangers(ctx, channel, team_id, force);
    const moved = await saveChannel(ctx, channel, { team_id: team.id });
    ctx.emit(channelMoved, { channel: moved, from_team_id: from.id });
    const by = await getUser(ctx.app, ctx.actor.user_id);
    if (by) await announceChange(ctx, channel_id, by, 'system_move_channel', `This channel has been moved to this team from ${from.name}.`);
    return moved;
  },
});

async function dropStrangers(ctx: Ctx, channel: Channel, team_id: string, force: boolean): Promise<void> {
  const ids = await readMemberIds(ctx.db, channel.id);
  const memberships = await teamMembershipsOfMany(ctx.app, ids);
  const strangers = ids.filter((id) => !memberships.get(id)?.has(team_id));
  if (!strangers.length) return;
  if (!force) throw userError('app.channel.move_channel.members_do_not_match.error', `${strangers.length} people of the channel are not in the other team. Add them there, or move with force.`);
  await removeMembers(ctx.db, [channel.id], strangers);
  leaveTopics(ctx, [channel.id], strangers);
}
