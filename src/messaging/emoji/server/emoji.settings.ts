import { setting, userError, type Ctx } from '#kernel/server/index.ts';

/** Whether people may add pictures as emoji. */
export const enableCustomEmoji = setting({ key: 'ServiceSettings.EnableCustomEmoji', default: true, summary: 'People may add emoji of their own.', client: 'EnableCustomEmoji' });

/** Only for clients: whether they offer to pick an emoji. */
export const enableEmojiPicker = setting({ key: 'ServiceSettings.EnableEmojiPicker', default: true, summary: 'Clients offer a picker for emoji.', client: 'EnableEmojiPicker' });

export const emojiSettings = [enableCustomEmoji, enableEmojiPicker];

/** Refuses what needs custom emoji where they are switched off. */
export function demandCustomEmoji(ctx: Ctx): void {
  if (!ctx.settings.get(enableCustomEmoji)) throw userError('api.emoji.disabled.app_error', 'Custom emoji are switched off on this server (ServiceSettings.EnableCustomEmoji).', 501);
}
