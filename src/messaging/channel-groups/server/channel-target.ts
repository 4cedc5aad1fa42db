import { readPeopleOfTarget, type GroupTarget } from '#identity/groups/server/feature.ts';
import { addTeamMembers, getTeams, requireTeam } from '#identity/teams/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { addChannelMembers, getChannel, getChannels, hasChannelPermission, removeChannelMember, requireChannel, setChannelAdmins, toChannel } from '#messaging/channels/server/feature.ts';
import { default_channel_name, type Channel } from '#messaging/channels/wire/index.ts';

/** Channels, filled by groups. */
export const channelTarget: GroupTarget = {
  kind: 'channels',
  noun: 'channel',
  audience: toChannel,
  demand: async (ctx, id) => void (await requireChannel(ctx, id)),
  mayLink: async (ctx, id) => hasChannelPermission(ctx, id, (await requireChannel(ctx, id)).type === 'P' ? 'manage_private_channel_members' : 'manage_public_channel_members'),
  describe: async (app, ids) => {
    const channels = await getChannels(app, ids);
    const teams = await getTeams(app, [...channels.values()].map((channel) => channel.team_id));
    return new Map([...channels].map(([id, channel]) => {
      const team = teams.get(channel.team_id);
      return [id, { shown: { channel_display_name: channel.display_name, channel_type: channel.type, team_id: channel.team_id, team_display_name: team?.display_name, team_type: team?.type }, is_constrained: channel.group_constrained === true }];
    }));
  },
  fill,
  keepOnly: async (ctx, id, user_ids) => {
    const channel = await getChannel(ctx.app, id);
    // Everybody of the team stays in its first channel, whoever decides on the team.
    if (!channel || channel.delete_at || channel.name === default_channel_name) return;
    const people = await ctx.db.rows<{ user_id: string }>('SELECT m.user_id FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = $1 AND NOT m.scheme_guest AND NOT u.is_bot AND m.user_id <> ALL($2)', [id, user_ids]);
    for (const { user_id } of people) await removeChannelMember(ctx, channel, user_id, ctx.actor.user_id);
  },
};

async function fill(ctx: Ctx, id: string, user_ids: readonly string[], admin_ids: readonly string[]): Promise<void> {
  const channel = await getChannel(ctx.app, id);
  if (!channel || channel.delete_at) return;
  const users = [...(await getUsers(ctx.app, user_ids)).values()].filter((user) => !user.delete_at);
  if (users.length) {
    await addTeamMembers(ctx, await requireTeam(ctx, channel.team_id), users);
    await addChannelMembers(ctx, channel, users);
  }
  await setChannelAdmins(ctx, id, admin_ids);
}

/** Refuses people whom no group brings in, where groups alone decide who is in a channel. */
export async function demandInGroups(ctx: Ctx, channel: Channel, users: readonly User[]): Promise<void> {
  if (!channel.group_constrained) return;
  const allowed = new Set((await readPeopleOfTarget(ctx.db, 'channels', channel.id)).map((person) => person.user_id));
  const stranger = users.find((user) => !user.is_bot && !allowed.has(user.id));
  if (stranger) throw userError('api.channel.add_members.user_denied', `${stranger.username} is in none of the groups that decide who is in this channel.`);
}
