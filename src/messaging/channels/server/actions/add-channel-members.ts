import { z } from 'zod';
import { hasTeamPermission, teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUsers, needUser, visibleOf } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { action, fields, invalidBody, permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import type { Channel, ChannelMember } from '../../wire/index.ts';
import { addChannelMembers as add } from '../channel-members.ts';
import { isChannelMember } from '../channels.cache.ts';
import { ids } from '../channels.fields.ts';
import { hasChannelPermission, requireChannel } from '../channels.permissions.ts';
import { showMember } from '../channels.present.ts';
import { isOfTeam } from '../channels.rules.ts';

const MAX_BATCH = 10_000;

interface Input {
  readonly channel_id: string;
  readonly user_id?: string | null;
  readonly user_ids?: readonly string[] | null;
}

// Public channels can be joined; all others are added by those who may manage members.
async function mayAdd(ctx: Ctx, { channel_id, user_id, user_ids }: Input): Promise<boolean> {
  const channel = await requireChannel(ctx, channel_id);
  if (!isOfTeam(channel)) throw userError('api.channel.add_user_to_channel.type.app_error', 'Nobody can be added to a direct or group channel.');
  const wanted = user_ids ?? [user_id];
  if (wanted.length === 1 && wanted[0] === ctx.actor.user_id) {
    if (await isChannelMember(ctx.app, channel_id, ctx.actor.user_id)) return true;
    if (channel.type === 'O' && (await hasTeamPermission(ctx, channel.team_id, 'join_public_channels'))) return true;
  }
  return hasChannelPermission(ctx, channel_id, channel.type === 'O' ? 'manage_public_channel_members' : 'manage_private_channel_members');
}

export const addChannelMembers = action({
  name: 'add-channel-members',
  summary: 'Makes people members of a channel, or joins it oneself.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id().nullish(), user_ids: ids(MAX_BATCH).nullish(), post_root_id: fields.optionalId().nullish() }),
  permission: { scope: 'channel', ids: ['join_public_channels', 'manage_public_channel_members', 'manage_private_channel_members'], check: mayAdd },
  run: async (ctx, { channel_id, user_id, user_ids }): Promise<ChannelMember | ChannelMember[]> => {
    const channel = await requireChannel(ctx, channel_id);
    if (user_ids?.length) return (await add(ctx, channel, await addable(ctx, channel, user_ids))).map((member) => showMember(ctx, member));
    if (!user_id) throw invalidBody('user_id', 'Give the user_id of a person, or a list of user_ids.');
    await demandVisible(ctx, [user_id]);
    const [member] = await add(ctx, channel, [await needUser(ctx, user_id)]);
    return showMember(ctx, member!);
  },
});

// Of a list those are added who can be; only if that is nobody it is an error.
async function addable(ctx: Ctx, channel: Channel, user_ids: readonly string[]): Promise<User[]> {
  await demandVisible(ctx, user_ids);
  const [users, memberships] = await Promise.all([getUsers(ctx.app, user_ids), teamMembershipsOfMany(ctx.app, user_ids)]);
  const known = [...new Set(user_ids)].flatMap((id) => users.get(id) ?? []);
  if (!known.length) throw userError('app.user.missing_account.const', 'There is no account of these ids.', 404);
  const able = known.filter((user) => memberships.get(user.id)?.has(channel.team_id));
  return able.length ? able : known;
}

async function demandVisible(ctx: Ctx, user_ids: readonly string[]): Promise<void> {
  const visible = await visibleOf(ctx, user_ids);
  if (user_ids.some((id) => !visible.has(id))) throw permissionError(ctx.actor.user_id, ['view_members']);
}
