import { newId, userError, type Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { addMembers, readMemberIds } from './channel-members.store.ts';
import { markViewed } from './channel-counts.store.ts';
import { forgetChannels, forgetMembers } from './channels.cache.ts';
import { insertChannel, readChannelsByNames, updateChannel } from './channels.store.ts';

export type ImportedChannel = Pick<Channel, 'team_id' | 'name' | 'display_name' | 'type'> & Partial<Pick<Channel, 'header' | 'purpose' | 'delete_at'>>;

/** Makes a channel of another server, or brings the one of that name up to date. Nobody is told and nobody joins it. */
export async function importChannel(ctx: Ctx, given: ImportedChannel): Promise<Channel> {
  const { team_id, name, display_name, type } = given;
  const text = { display_name, header: given.header ?? '', purpose: given.purpose ?? '' };
  const [known] = await readChannelsByNames(ctx.db, team_id, [name]);
  const channel = known ?? (await insertChannel(ctx.db, { ...text, id: newId(ctx.now), team_id, name, type, creator_id: '', shared: null }, ctx.now));
  if (!channel) throw userError('app.import.import_channel.team_not_found.error', `The channel ${name} could not be made.`);
  const changed = await updateChannel(ctx.db, channel.id, { ...text, type, delete_at: given.delete_at ?? 0 }, ctx.now);
  forgetChannels(ctx.app, channel);
  return changed ?? channel;
}

/** Makes people members of channels without a message about it. */
export async function importChannelMembers(ctx: Ctx, pairs: readonly { channel_id: string; user_id: string; is_guest: boolean; is_admin: boolean }[]): Promise<void> {
  if (!pairs.length) return;
  await addMembers(ctx.db, pairs, ctx.now);
  forgetMembers(ctx.app, { user_ids: pairs.map((pair) => pair.user_id), channel_ids: pairs.map((pair) => pair.channel_id) });
}

/** What was brought over counts as read by everybody of the channel. */
export async function markImportedRead(ctx: Ctx, channel_id: string): Promise<void> {
  const user_ids = await readMemberIds(ctx.db, channel_id);
  await ctx.db.tx((tx) => markViewed(tx, user_ids.map((user_id) => ({ channel_id, user_id, at: 0 }))));
}
