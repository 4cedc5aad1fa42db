import { z } from 'zod';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { findCustomEmoji } from '../emoji.cache.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';

const MAX = 200;

/** Several emoji by their names; unknown ones are left out. */
export const getEmojiByNames = query({
  name: 'get-emoji-by-names',
  summary: 'Read custom emoji by their names.',
  input: z.object({ names: z.array(z.string()) }),
  permission: signedIn('emoji are the same for everybody'),
  run: (ctx, { names }) => {
    demandCustomEmoji(ctx);
    if (names.length > MAX) throw userError('api.emoji.get_multiple_by_name_too_many.request_error', `At most ${MAX} names can be asked for together.`);
    return findCustomEmoji(ctx.app, names);
  },
});
