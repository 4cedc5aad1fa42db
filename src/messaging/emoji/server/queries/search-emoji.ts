import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { customEmoji } from '../emoji.cache.ts';
import { matchEmoji } from '../emoji.rules.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';

/** Emoji whose name contains a text, or begins with it. */
export const searchEmoji = query({
  name: 'search-emoji',
  summary: 'Search the custom emoji.',
  input: z.object({ term: z.string().min(1), prefix_only: z.boolean().nullish() }),
  permission: signedIn('emoji are the same for everybody'),
  run: async (ctx, { term, prefix_only }) => {
    demandCustomEmoji(ctx);
    return matchEmoji(await customEmoji(ctx.app), term, prefix_only === true);
  },
});
