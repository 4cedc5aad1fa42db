import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type Channel } from '../../wire/index.ts';
import { leaveTopics } from '../channel-members.ts';
import { announceChange } from '../channel-messages.ts';
import { forgetChannels } from '../channels.cache.ts';
import { channelArchived } from '../channels.events.ts';
import { beforeChannelsDeleted } from '../channels.extensions.ts';
import { inChannelByType, missingChannel, requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';
import { enableChannelDeletion } from '../channels.settings.ts';
import { deleteChannels, updateChannel } from '../channels.store.ts';

const fault = (id: string, message: string, status = 400) => userError(`api.${id}`, message, status);

export const archiveChannel = action({
  name: 'archive-channel',
  summary: 'Archives a channel, or with `permanent` deletes it and everything in it.',
  input: z.object({ channel_id: fields.id(), permanent: fields.queryFlag() }),
  permission: inChannelByType('delete_public_channel', 'delete_private_channel'),
  run: async (ctx, { channel_id, permanent }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (!isOfTeam(channel)) throw fault('channel.delete_channel.type.invalid', 'Direct and group channels cannot be archived.');
    if (channel.name === default_channel_name) throw fault('channel.delete_channel.cannot.app_error', `${channel.display_name} is for everybody of the team and cannot be archived.`);
    if (permanent) return erase(ctx, channel);
    if (channel.delete_at) throw fault('channel.delete_channel.deleted.app_error', 'The channel is archived already.');
    const by = await getUser(ctx.app, ctx.actor.user_id);
    if (by) await announceChange(ctx, channel_id, by, 'system_channel_deleted', `${by.username} archived the channel.`);
    const archived = await updateChannel(ctx.db, channel_id, { delete_at: ctx.now }, ctx.now);
    if (!archived) throw missingChannel();
    forgetChannels(ctx.app, channel);
    ctx.emit(channelArchived, { channel: archived });
  },
});

async function erase(ctx: Ctx, channel: Channel): Promise<void> {
  if (!ctx.settings.get(enableChannelDeletion)) throw fault('user.delete_channel.not_enabled.app_error', 'Deleting channels for good is switched off (ServiceSettings.EnableAPIChannelDeletion).', 401);
  if (!(await hasPermission(ctx, 'manage_system'))) throw fault('user.delete_channel.not_enabled.for_admin.app_error', 'Only administrators may delete a channel for good.', 401);
  for (const remove of ctx.app.all(beforeChannelsDeleted)) await remove(ctx, [channel.id]);
  const members = await deleteChannels(ctx.db, [channel.id]);
  forgetChannels(ctx.app, channel);
  ctx.emit(channelArchived, { channel: { ...channel, delete_at: ctx.now } });
  leaveTopics(ctx, [channel.id], members);
}
