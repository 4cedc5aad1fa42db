import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { getChannel, hasChannelPermission, isChannelMember } from '#messaging/channels/server/feature.ts';

type Deed = 'create_channel_bookmark' | 'update_channel_bookmark' | 'update_channel_bookmark_sort_order' | 'delete_channel_bookmark';

/** Who may change the bookmarks of a channel: by a permission in team channels; in direct ones everybody who is in them, guests excepted. */
export function changesBookmarks(right: 'add' | 'edit' | 'order' | 'delete', deed: Deed): PermissionRule<{ channel_id: string }> {
  const ids = [`${right}_bookmark_public_channel`, `${right}_bookmark_private_channel`];
  return {
    scope: 'channel',
    ids,
    check: async (ctx, { channel_id }) => {
      const channel = await getChannel(ctx.app, channel_id);
      if (!channel) throw userError('app.channel.get.existing.app_error', 'This channel does not exist.', 404);
      const is_direct = channel.type === 'D' || channel.type === 'G';
      const is_allowed = is_direct ? await inDirectChannel(ctx, channel_id, deed) : await hasChannelPermission(ctx, channel_id, channel.type === 'P' ? ids[1]! : ids[0]!);
      if (is_allowed && channel.delete_at) throw userError(`api.channel.bookmark.${deed}.deleted_channel.forbidden.app_error`, 'The channel is archived: its bookmarks cannot be changed.', 403);
      return is_allowed;
    },
  };
}

async function inDirectChannel(ctx: Ctx, channel_id: string, deed: Deed): Promise<boolean> {
  if (!(await isChannelMember(ctx.app, channel_id, ctx.actor.user_id))) throw userError(`api.channel.bookmark.${deed}.direct_or_group_channels.forbidden.app_error`, 'Only who is in this conversation can change its bookmarks.', 403);
  if (ctx.actor.is_guest) throw userError(`api.channel.bookmark.${deed}.direct_or_group_channels_by_guests.forbidden.app_error`, 'Guests cannot change the bookmarks of conversations.', 403);
  return true;
}

export function bookmarkGone(): Error {
  return userError('app.channel.bookmark.get.app_error', 'This bookmark does not exist any more.', 404);
}
