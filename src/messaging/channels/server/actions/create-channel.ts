import { z } from 'zod';
import { hasTeamPermission, requireTeam } from '#identity/teams/server/feature.ts';
import { getUser, isGuest } from '#identity/users/server/feature.ts';
import { action, fields, newId, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { nameTaken } from '../change-channel.ts';
import { enter } from '../channel-members.ts';
import { announceJoin } from '../channel-messages.ts';
import { channelCreated } from '../channels.events.ts';
import { bannerInfo, looseText } from '../channels.fields.ts';
import { findChannelFault } from '../channels.rules.ts';
import { maxChannelsPerTeam } from '../channels.settings.ts';
import { countChannels, insertChannel } from '../channels.store.ts';

const mayCreate: PermissionRule<{ team_id: string; type: string }> = {
  scope: 'team',
  ids: ['create_public_channel', 'create_private_channel'],
  check: (ctx, { team_id, type }) => hasTeamPermission(ctx, team_id, type === 'P' ? 'create_private_channel' : 'create_public_channel'),
};

export const createChannel = action({
  name: 'create-channel',
  summary: 'Makes a public or private channel in a team.',
  input: z.object({ team_id: fields.id(), name: looseText(), display_name: looseText(), type: looseText(), header: looseText(), purpose: looseText(), banner_info: bannerInfo(), default_category_name: looseText() }),
  permission: mayCreate,
  run: async (ctx, input): Promise<Channel> => {
    const wanted = { ...input, type: input.type as Channel['type'], display_name: input.display_name.trim(), banner_info: input.banner_info ?? null };
    if (['D', 'G'].includes(wanted.type)) throw userError('api.channel.create_channel.direct_channel.app_error', 'Direct and group channels are made by calls of their own.');
    if (wanted.name.includes('__')) throw userError('api.channel.create_channel.invalid_character.app_error', 'The name must not have two underscores in a row.');
    const fault = findChannelFault(wanted);
    if (fault) throw fault;
    const team = await requireTeam(ctx, wanted.team_id);
    if (team.delete_at) throw userError('api.channel.create_channel.team_archived.app_error', 'The team is archived. Restore it first.');
    await checkRoom(ctx, team.id);
    const channel = await insertChannel(ctx.db, { ...wanted, id: newId(ctx.now), creator_id: ctx.actor.user_id, shared: null }, ctx.now);
    if (!channel) throw nameTaken(wanted.name);
    await enterAsFirst(ctx, channel);
    return channel;
  },
});

async function checkRoom(ctx: Ctx, team_id: string): Promise<void> {
  const max = ctx.settings.get(maxChannelsPerTeam);
  if ((await countChannels(ctx.db, team_id)) >= max) throw userError('api.channel.create_channel.max_channel_limit.app_error', `The team has reached its limit of ${max} channels.`);
}

async function enterAsFirst(ctx: Ctx, channel: Channel): Promise<void> {
  const maker = await getUser(ctx.app, ctx.actor.user_id);
  ctx.emit(channelCreated, { channel, creator_id: maker?.id ?? '' });
  if (!maker) return;
  await enter(ctx, [{ channel_id: channel.id, user_id: maker.id, is_guest: isGuest(maker), is_admin: !isGuest(maker) }]);
  await announceJoin(ctx, channel.id, maker, isGuest(maker));
}
