import { teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUser, isGuest, needUser } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type Channel, type ChannelMember } from '../wire/index.ts';
import { addMembers, readMembersByIds, removeMembers } from './channel-members.store.ts';
import { announceAddition, announceJoin, announceLeave, announceMany, announceRemoval } from './channel-messages.ts';
import { forgetMembers } from './channels.cache.ts';
import { channelMemberAdded, channelMemberRemoved, topicOfChannel } from './channels.events.ts';
import { beforeChannelMembersAdded } from './channels.extensions.ts';
import { isOfTeam } from './channels.rules.ts';

/** Above this many new members at once one message speaks of all, and only they themselves get an event. */
export const MANY = 20;

/** Makes one person a member of a public or private channel, as `addChannelMembers`. */
export async function addChannelMember(ctx: Ctx, channel: Channel, user_id: string): Promise<ChannelMember> {
  const [member] = await addChannelMembers(ctx, channel, [await needUser(ctx, user_id)]);
  return member!;
}

/**
 * Makes people members of a public or private channel of a team they are in, tells the channel and returns the
 * memberships of all in the order given; members stay as they are. Who acts is the ctx's actor.
 */
export async function addChannelMembers(ctx: Ctx, channel: Channel, users: readonly User[]): Promise<ChannelMember[]> {
  if (!isOfTeam(channel)) throw userError('api.channel.add_user_to_channel.type.app_error', 'Nobody can be added to a direct or group channel.');
  if (channel.delete_at) throw userError('api.channel.add_user_to_channel.deleted.app_error', 'The channel is archived. Restore it first.');
  await requireTeamMembers(ctx, channel, users);
  for (const refuse of ctx.app.all(beforeChannelMembersAdded)) await refuse(ctx, channel, users);
  const people = new Map(users.map((user) => [user.id, user]));
  const pairs = users.map((user) => ({ channel_id: channel.id, user_id: user.id, is_guest: isGuest(user), is_admin: false }));
  const added = await enter(ctx, pairs);
  const by = added.length ? await getUser(ctx.app, ctx.actor.user_id) : undefined;
  const is_quiet = added.length > MANY;
  if (is_quiet && by) await announceMany(ctx, channel.id, added.length, by, 'channel');
  for (const { user_id } of added) {
    const user = people.get(user_id)!;
    if (!is_quiet) await (by && by.id !== user_id ? announceAddition(ctx, channel.id, user, by, isGuest(user)) : announceJoin(ctx, channel.id, user, isGuest(user)));
    ctx.emit(channelMemberAdded, { channel, user_id, is_default: false, is_quiet });
  }
  return inOrder(ctx, channel.id, users.map((u) => u.id), added);
}

/** Writes memberships and makes them known to caches and sockets; tells nobody. Returns the new ones. */
export async function enter(ctx: Ctx, pairs: readonly { channel_id: string; user_id: string; is_guest: boolean; is_admin: boolean }[]): Promise<ChannelMember[]> {
  const added = await addMembers(ctx.db, pairs, ctx.now);
  if (!added.length) return added;
  const user_ids = [...new Set(added.map((m) => m.user_id))];
  forgetMembers(ctx.app, { user_ids, channel_ids: [...new Set(added.map((m) => m.channel_id))] });
  for (const { user_id, channel_id } of added) ctx.app.hub.join(user_id, topicOfChannel(channel_id));
  return added;
}

/** Ends a person's membership and tells the channel. `remover_id` is who does it, the person or somebody else. */
export async function removeChannelMember(ctx: Ctx, channel: Channel, user_id: string, remover_id: string): Promise<void> {
  const user = await needUser(ctx, user_id);
  if (channel.name === default_channel_name && !isGuest(user)) throw userError('api.channel.remove.default.app_error', `Nobody can leave ${channel.display_name}: everybody of the team is in it.`);
  if (channel.delete_at) throw userError('api.channel.remove_user_from_channel.deleted.app_error', 'The channel is archived.');
  const removed = await removeMembers(ctx.db, [channel.id], [user_id]);
  if (!removed.length) throw missingMember();
  leaveTopics(ctx, [channel.id], [user_id]);
  await (remover_id === user_id ? announceLeave(ctx, channel.id, user) : announceRemoval(ctx, channel.id, user, remover_id));
  ctx.emit(channelMemberRemoved, { channel, user_id, remover_id });
}

/** Makes ended memberships known to caches and sockets. */
export function leaveTopics(ctx: Ctx, channel_ids: readonly string[], user_ids: readonly string[]): void {
  forgetMembers(ctx.app, { user_ids, channel_ids });
  for (const user_id of user_ids) ctx.app.hub.leave(user_id, ...channel_ids.map(topicOfChannel));
}

export function missingMember() {
  return userError('app.channel.get_member.missing.app_error', 'This person is not a member of the channel.', 404);
}

async function requireTeamMembers(ctx: Ctx, channel: Channel, users: readonly User[]): Promise<void> {
  const memberships = await teamMembershipsOfMany(ctx.app, users.map((user) => user.id));
  const stranger = users.find((user) => !memberships.get(user.id)?.has(channel.team_id));
  if (!stranger) return;
  const why = `${stranger.username} is not a member of the channel's team. Add the person to the team first.`;
  const has_left = await ctx.db.maybe('SELECT 1 FROM team_members WHERE team_id = $1 AND user_id = $2', [channel.team_id, stranger.id]);
  throw has_left ? userError('api.channel.add_user.to.channel.failed.deleted.app_error', why) : userError('app.team.get_member.missing.app_error', why, 404);
}

async function inOrder(ctx: Ctx, channel_id: string, user_ids: readonly string[], added: readonly ChannelMember[]): Promise<ChannelMember[]> {
  const all = new Map(added.map((member) => [member.user_id, member]));
  const others = user_ids.filter((id) => !all.has(id));
  if (others.length) for (const member of await readMembersByIds(ctx.db, channel_id, others)) all.set(member.user_id, member);
  return user_ids.flatMap((id) => all.get(id) ?? []);
}
