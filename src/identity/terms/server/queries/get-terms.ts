import { z } from 'zod';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { readLatestTerms } from '../terms.store.ts';

export const getTerms = query({
  name: 'get-terms',
  summary: 'Gets the terms of service that hold now.',
  input: z.object({}),
  permission: signedIn('everybody must be able to read what is to be accepted'),
  run: async (ctx) => {
    const terms = await readLatestTerms(ctx.db);
    if (!terms) throw userError('app.terms_of_service.get.no_rows.app_error', 'There are no terms of service.', 404);
    return terms;
  },
});
