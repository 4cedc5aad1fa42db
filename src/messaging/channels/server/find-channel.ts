import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { fields, permissionError, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { getChannelByName } from './channels.cache.ts';
import { canSeeChannel, missingChannel } from './channels.permissions.ts';
import { addMentions } from './channels.present.ts';
import { readChannel } from './channels.store.ts';

export const missing = () => userError('app.channel.get_by_name.missing.app_error', 'There is no channel of this name.', 404);

// A private channel looks to strangers like one that does not exist; who manages the team learns that it is closed.
export async function findNamed(ctx: Ctx, team_id: string, name: string, include_deleted: boolean): Promise<Channel> {
  const channel = await getChannelByName(ctx.app, team_id, name);
  if (!channel || (channel.delete_at && !include_deleted)) throw missing();
  if (await canSeeChannel(ctx, channel)) return channel;
  if (channel.type === 'O' || (await hasTeamPermission(ctx, team_id, 'manage_team'))) throw permissionError(ctx.actor.user_id, ['read_channel']);
  throw missing();
}

export const byName = { channel_name: fields.text(80), include_deleted: fields.queryFlag() };

export const seesNamed = (reason: string): PermissionRule => ({ scope: 'channel', ids: ['read_channel', 'read_public_channel'], reason, check: () => true });

// The channel in memory has old counters, so it is read once more to be shown.
export async function showChannel(ctx: Ctx, id: string): Promise<Channel> {
  const channel = await readChannel(ctx.db, id);
  if (!channel) throw missingChannel();
  return (await addMentions(ctx.app, [channel]))[0]!;
}
