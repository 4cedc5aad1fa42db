import { grants } from '#identity/roles/server/feature.ts';
import { teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUsers, isGuest } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { newId, userError, type Ctx } from '#kernel/server/index.ts';
import { channel_limits, type Channel } from '../wire/index.ts';
import { enter } from './channel-members.ts';
import { getChannelByName } from './channels.cache.ts';
import { directChannelCreated, groupChannelCreated } from './channels.events.ts';
import { directChannelName, groupChannelName } from './channels.rules.ts';
import { restrictDirectMessage } from './channels.settings.ts';
import { insertChannel, readChannelsByNames, type NewChannel } from './channels.store.ts';

/** The direct channel of two people (or of one with himself), made if there is none yet. */
export async function getOrCreateDirectChannel(ctx: Ctx, user_ids: readonly string[]): Promise<Channel> {
  const [a, b = a] = user_ids;
  if (!a || !b || user_ids.length > 2) throw userError('api.channel.create_direct_channel.invalid_user.app_error', 'A direct channel has two people.');
  const name = directChannelName(a, b);
  const known = await getChannelByName(ctx.app, '', name);
  if (known) return known;
  const users = await requirePeople(ctx, a === b ? [a] : [a, b], 'api.channel.create_direct_channel.invalid_user.app_error');
  await checkReach(ctx, users);
  const creator_id = user_ids.includes(ctx.actor.user_id) ? ctx.actor.user_id : a;
  const { channel, is_new } = await make(ctx, { id: newId(), team_id: '', type: 'D', display_name: '', name, header: '', purpose: '', creator_id, shared: false }, users);
  if (is_new) ctx.emit(directChannelCreated, { channel, creator_id, teammate_id: creator_id === a ? b : a });
  return channel;
}

/** The group channel of three to eight people, made if there is none yet. */
export async function getOrCreateGroupChannel(ctx: Ctx, user_ids: readonly string[]): Promise<Channel> {
  const ids = [...new Set(user_ids)];
  const { group_min, group_max } = channel_limits;
  if (ids.length < group_min || ids.length > group_max) throw userError('api.channel.create_group.bad_size.app_error', `A group channel has ${group_min} to ${group_max} people.`);
  const name = groupChannelName(ids);
  const known = await getChannelByName(ctx.app, '', name);
  if (known) return known;
  const users = await requirePeople(ctx, ids, 'api.channel.create_group.bad_user.app_error');
  await checkReach(ctx, users);
  const display_name = users.map((user) => user.username).sort().join(', ');
  const { channel, is_new } = await make(ctx, { id: newId(), team_id: '', type: 'G', display_name, name, header: '', purpose: '', creator_id: '', shared: false }, users);
  if (is_new) ctx.emit(groupChannelCreated, { channel, user_ids: ids });
  return channel;
}

// Two people may open the same channel in the same moment: the name decides, and both get the one that was first.
async function make(ctx: Ctx, wanted: NewChannel, users: readonly User[]): Promise<{ channel: Channel; is_new: boolean }> {
  const made = await insertChannel(ctx.db, wanted, ctx.now);
  const [channel] = made ? [made] : await readChannelsByNames(ctx.db, '', [wanted.name]);
  await enter(ctx, users.map((user) => ({ channel_id: channel!.id, user_id: user.id, is_guest: isGuest(user), is_admin: false })));
  return { channel: channel!, is_new: made !== undefined };
}

// Where the operator wants it, people reach only those with whom they share a team. Bots reach everybody.
async function checkReach(ctx: Ctx, users: readonly User[]): Promise<void> {
  if (ctx.settings.get(restrictDirectMessage) !== 'team' || users.length < 2 || users.some((user) => user.is_bot) || grants(ctx.app, ctx.actor.roles, 'manage_system')) return;
  const memberships = [...(await teamMembershipsOfMany(ctx.app, users.map((user) => user.id))).values()];
  const shared = [...(memberships[0]?.keys() ?? [])].some((team_id) => memberships.every((teams) => teams.has(team_id)));
  if (!shared) throw userError('api.channel.create_channel.direct_channel.team_restricted_error', 'You can write directly only to people with whom you share a team.', 403);
}

async function requirePeople(ctx: Ctx, user_ids: readonly string[], error_id: string): Promise<User[]> {
  const found = await getUsers(ctx.app, user_ids);
  return user_ids.map((id) => {
    const user = found.get(id);
    if (!user) throw userError(error_id, `There is no account ${id}.`);
    return user;
  });
}
