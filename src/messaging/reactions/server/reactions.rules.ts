import { userError, type Ctx } from '#kernel/server/index.ts';
import { emoji_name_max, emoji_name_pattern } from '#messaging/emoji/wire/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';

/** Whether a text can be the name of an emoji at all. */
export function isEmojiName(name: string): boolean {
  return name.length <= emoji_name_max && emoji_name_pattern.test(name);
}

/** Nobody reacts to what is in the archive. */
export async function demandOpenChannel(ctx: Ctx, channel_id: string): Promise<void> {
  if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('api.reaction.save.archived_channel.app_error', 'The channel is archived: reactions cannot be changed in it.');
}
