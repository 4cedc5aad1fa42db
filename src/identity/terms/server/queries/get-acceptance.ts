import { z } from 'zod';
import { fields, query, signedIn, userError } from '#kernel/server/index.ts';
import { readAcceptance } from '../terms.store.ts';

export const getAcceptance = query({
  name: 'get-acceptance',
  summary: 'Gets which terms of service the actor has accepted.',
  input: z.object({ user_id: fields.id() }),
  permission: signedIn('everybody sees his own, whoever the address names'),
  run: async (ctx) => {
    const acceptance = await readAcceptance(ctx.db, ctx.actor.user_id);
    if (!acceptance) throw userError('app.user_terms_of_service.get_by_user.no_rows.app_error', 'No terms of service are accepted yet.', 404);
    return acceptance;
  },
});
