import { userError, type Ctx } from '#kernel/server/index.ts';
import type { CustomEmoji } from '../wire/index.ts';
import { demandCustomEmoji } from './emoji.settings.ts';
import { findEmoji } from './emoji.store.ts';

/** The emoji, or a 404. */
export async function loadEmoji(ctx: Ctx, emoji_id: string): Promise<CustomEmoji & { image_type: string }> {
  demandCustomEmoji(ctx);
  const emoji = await findEmoji(ctx.db, emoji_id);
  if (!emoji) throw userError('app.emoji.get.no_result', 'There is no such emoji.', 404);
  return emoji;
}

/** What clients see of an emoji. */
export function toCustomEmoji({ id, create_at, update_at, delete_at, creator_id, name }: CustomEmoji): CustomEmoji {
  return { id, create_at, update_at, delete_at, creator_id, name };
}

/** Where the picture of an emoji is kept. */
export const imagePath = (emoji_id: string): string => `emoji/${emoji_id}/image`;
