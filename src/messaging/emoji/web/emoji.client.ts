import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { CustomEmoji } from '#messaging/emoji/wire/index.ts';

/** Custom emoji of these names; unknown names are left out. */
export function fetchEmojisByName(names: readonly string[]): Promise<CustomEmoji[]> {
  return api.post<CustomEmoji[]>('/api/v4/emoji/names', names);
}

export function fetchEmojis(page: number, per_page: number): Promise<CustomEmoji[]> {
  return api.get<CustomEmoji[]>('/api/v4/emoji', { page, per_page, sort: 'name' });
}

/** Custom emoji whose names begin with or hold the term. */
export function suggestEmojis(name: string): Promise<CustomEmoji[]> {
  return api.get<CustomEmoji[]>('/api/v4/emoji/autocomplete', { name });
}

export function createEmoji(name: string, creator_id: Id, image: File): Promise<CustomEmoji> {
  const form = new FormData();
  form.set('emoji', JSON.stringify({ name, creator_id }));
  form.set('image', image);
  return api.upload<CustomEmoji>('/api/v4/emoji', form);
}

export function emojiImagePath(emoji_id: Id): string {
  return `/api/v4/emoji/${emoji_id}/image`;
}
