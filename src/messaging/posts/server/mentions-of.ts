import type { Ctx } from '#kernel/server/index.ts';
import { getChannel, maxNotifications, notifyPropsOf } from '#messaging/channels/server/feature.ts';
import { findMentions } from './mentions.ts';

/** Whether a channel has so many members that nobody may address them all. */
export function isTooLarge(ctx: Ctx, members: { readonly size: number }): boolean {
  return members.size >= ctx.settings.get(maxNotifications);
}

interface Said {
  readonly user_id: string;
  readonly message: string;
}

/** Whom a message of this channel is a mention for: by name or keyword, with the whole channel, or because nobody else is meant. */
export async function addresseesIn(ctx: Ctx, channel_id: string): Promise<(post: Said) => string[]> {
  const members = await notifyPropsOf(ctx.app, channel_id);
  const is_large = isTooLarge(ctx, members);
  const type = (await getChannel(ctx.app, channel_id))?.type;
  const is_direct = type === 'D' || type === 'G';
  return (post) => {
    const found = findMentions([post.message], members);
    return [...members].flatMap(([user_id, member]) => (user_id !== post.user_id && (is_direct || found.users.has(user_id) || (found.is_wide && !is_large && member.channel_wide)) ? user_id : []));
  };
}

/** Those of a channel's posts that are mentions for one person. */
export async function mentionsOf<T extends Said>(ctx: Ctx, channel_id: string, posts: readonly T[], user_id: string): Promise<T[]> {
  const members = await notifyPropsOf(ctx.app, channel_id);
  const is_large = isTooLarge(ctx, members);
  const type = (await getChannel(ctx.app, channel_id))?.type;
  const others = posts.filter((post) => post.user_id !== user_id);
  if (type === 'D' || type === 'G') return others;
  return others.filter((post) => {
    const found = findMentions([post.message], members);
    return found.users.has(user_id) || (found.is_wide && !is_large && members.get(user_id)?.channel_wide === true);
  });
}
