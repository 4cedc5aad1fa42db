import { z } from 'zod';
import { fields, invalidUrl, query, signedIn } from '#kernel/server/index.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';
import { listEmoji as readEmoji } from '../emoji.store.ts';

/** A page of the custom emoji. */
export const listEmoji = query({
  name: 'list-emoji',
  summary: 'List the custom emoji.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), sort: z.string().default('') }),
  permission: signedIn('emoji are the same for everybody'),
  run: (ctx, { page, per_page, sort }) => {
    demandCustomEmoji(ctx);
    if (sort !== '' && sort !== 'name') throw invalidUrl('sort');
    return readEmoji(ctx.db, sort === 'name' ? 'name' : 'age', page * per_page, per_page);
  },
});
