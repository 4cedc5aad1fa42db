import { z } from 'zod';
import { invalidParam, query, signedIn } from '#kernel/server/index.ts';

export const getRedirectLocation = query({
  name: 'get-redirect-location',
  summary: 'Tells where a short link leads. This server does not visit links for it, so the place is unknown.',
  input: z.object({ url: z.string().default('') }),
  permission: signedIn('nothing is looked up'),
  run: (_ctx, { url }) => {
    if (!url) throw invalidParam('url');
    return { location: '' };
  },
});
