import { z } from 'zod';
import { getTeamByName, hasTeamPermission } from '#identity/teams/server/feature.ts';
import { fields, permissionError, query, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { getChannelByName } from '../channels.cache.ts';
import { channelInput } from '../channels.fields.ts';
import { canSeeChannel, missingChannel, requireChannel } from '../channels.permissions.ts';
import { addMentions } from '../channels.present.ts';
import { readChannel } from '../channels.store.ts';

const sees: PermissionRule<{ channel_id: string }> = { scope: 'channel', ids: ['read_channel', 'read_public_channel'], check: async (ctx, { channel_id }) => canSeeChannel(ctx, await requireChannel(ctx, channel_id)) };

export const getChannel = query({
  name: 'get-channel',
  summary: 'One channel.',
  input: channelInput,
  permission: sees,
  run: (ctx, { channel_id }) => show(ctx, channel_id),
});

const missing = () => userError('app.channel.get_by_name.missing.app_error', 'There is no channel of this name.', 404);

// A private channel looks to strangers like one that does not exist; who manages the team learns that it is closed.
async function findNamed(ctx: Ctx, team_id: string, name: string, include_deleted: boolean): Promise<Channel> {
  const channel = await getChannelByName(ctx.app, team_id, name);
  if (!channel || (channel.delete_at && !include_deleted)) throw missing();
  if (await canSeeChannel(ctx, channel)) return channel;
  if (channel.type === 'O' || (await hasTeamPermission(ctx, team_id, 'manage_team'))) throw permissionError(ctx.actor.user_id, ['read_channel']);
  throw missing();
}

const byName = { channel_name: fields.text(80), include_deleted: fields.queryFlag() };
const seesNamed = (reason: string): PermissionRule => ({ scope: 'channel', ids: ['read_channel', 'read_public_channel'], reason, check: () => true });

export const getChannelNamed = query({
  name: 'get-channel-by-name',
  summary: 'One channel of a team by its name.',
  input: z.object({ team_id: fields.id(), ...byName }),
  permission: seesNamed('checked on the channel found, since a hidden one must look like none'),
  run: async (ctx, { team_id, channel_name, include_deleted }) => show(ctx, (await findNamed(ctx, team_id, channel_name, include_deleted)).id),
});

export const getChannelByBothNames = query({
  name: 'get-channel-by-both-names',
  summary: "One channel by its team's name and its own.",
  input: z.object({ team_name: fields.text(80), ...byName }),
  permission: seesNamed('checked on the channel found, since a hidden one must look like none'),
  run: async (ctx, { team_name, channel_name, include_deleted }) => {
    const team = await getTeamByName(ctx.app, team_name);
    if (!team) throw userError('app.team.get_by_name.missing.app_error', 'There is no team of this name.', 404);
    return show(ctx, (await findNamed(ctx, team.id, channel_name, include_deleted)).id);
  },
});

// The channel in memory has old counters, so it is read once more to be shown.
async function show(ctx: Ctx, id: string): Promise<Channel> {
  const channel = await readChannel(ctx.db, id);
  if (!channel) throw missingChannel();
  return (await addMentions(ctx.app, [channel]))[0]!;
}
