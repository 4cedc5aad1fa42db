import { z } from 'zod';
import { inTeam, requireTeam, teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { action, fields, userError, type Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { saveChannel } from '../change-channel.ts';
import { readMember, readMemberIds, setMemberRoles } from '../channel-members.store.ts';
import { announce } from '../channel-messages.ts';
import { forgetMemberships, isChannelMember } from '../channels.cache.ts';
import { channelMemberUpdated, groupChannelConverted } from '../channels.events.ts';
import { looseText } from '../channels.fields.ts';
import { requireChannel } from '../channels.permissions.ts';
import { findChannelFault } from '../channels.rules.ts';

export const convertGroupChannel = action({
  name: 'convert-group-channel',
  summary: 'Makes a private channel of a team out of a group channel.',
  input: z.object({ channel_id: fields.id(), team_id: fields.id(), name: looseText(), display_name: looseText() }),
  permission: inTeam('create_private_channel'),
  run: async (ctx, { channel_id, team_id, name, display_name }) => {
    const channel = await requireChannel(ctx, channel_id);
    const { user_id } = ctx.actor;
    if (ctx.actor.is_guest || !(await isChannelMember(ctx.app, channel_id, user_id))) throw userError('api.channel.gm_to_channel_conversion.not_allowed_for_user.request_error', 'Only its people, and no guests, may make a channel out of a group channel.', 403);
    if (channel.type !== 'G') throw userError('app.channel.group_message_conversion.original_channel_not_gm', 'This is not a group channel.');
    const change = { type: 'P', team_id, name, display_name: display_name.trim() } as const;
    const fault = findChannelFault({ ...channel, ...change });
    if (fault) throw fault;
    await requireTeam(ctx, team_id);
    const users = await peopleOf(ctx, channel_id, team_id);
    const converted = await saveChannel(ctx, channel, change);
    await makeAdmin(ctx, converted, user_id);
    await tell(ctx, converted, users);
    ctx.emit(groupChannelConverted, { channel: converted, user_ids: users.map((user) => user.id) });
    return converted;
  },
});

// Deactivated accounts need not be in the team, everybody else must.
async function peopleOf(ctx: Ctx, channel_id: string, team_id: string): Promise<User[]> {
  const ids = await readMemberIds(ctx.db, channel_id);
  const users = [...(await getUsers(ctx.app, ids)).values()].filter((user) => !user.delete_at);
  const memberships = await teamMembershipsOfMany(ctx.app, users.map((user) => user.id));
  if (users.some((user) => !memberships.get(user.id)?.has(team_id))) throw userError('app.channel.group_message_conversion.incorrect_team', 'Everybody of the group must be a member of the team.');
  return users;
}

async function makeAdmin(ctx: Ctx, channel: Channel, user_id: string): Promise<void> {
  await setMemberRoles(ctx.db, channel.id, user_id, { explicit_roles: '', scheme_guest: false, scheme_user: true, scheme_admin: true }, ctx.now);
  forgetMemberships(ctx.app, [user_id]);
  const member = await readMember(ctx.db, channel.id, user_id);
  if (member) ctx.emit(channelMemberUpdated, { member });
}

async function tell(ctx: Ctx, channel: Channel, users: readonly User[]): Promise<void> {
  const by = users.find((user) => user.id === ctx.actor.user_id);
  const names = users.map((user) => user.username).sort();
  const last = names.pop();
  const message = `${by?.username ?? ''} created this channel from a group message with ${names.length ? `${names.join(', ')} and ` : ''}${last}.`;
  await announce(ctx, { channel_id: channel.id, user_id: ctx.actor.user_id, type: 'system_gm_to_channel', message, props: { convertedByUserId: ctx.actor.user_id, gmMembersDuringConversionIDs: users.map((user) => user.id) } });
}
