import { z } from 'zod';
import { invalidUrl, query, signedIn } from '#kernel/server/index.ts';
import { customEmoji } from '../emoji.cache.ts';
import { matchEmoji } from '../emoji.rules.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';

/** Emoji for what somebody has typed so far. */
export const autocompleteEmoji = query({
  name: 'autocomplete-emoji',
  summary: 'Suggest custom emoji for the beginning of a name.',
  input: z.object({ name: z.string().default('') }),
  permission: signedIn('emoji are the same for everybody'),
  run: async (ctx, { name }) => {
    demandCustomEmoji(ctx);
    if (!name) throw invalidUrl('name');
    return matchEmoji(await customEmoji(ctx.app), name, false);
  },
});
