import { z } from 'zod';
import { action, fields, invalidBody, signedIn, userError } from '#kernel/server/index.ts';
import { deleteAcceptance, readTerms, saveAcceptance } from '../terms.store.ts';

export const acceptTerms = action({
  name: 'accept-terms',
  summary: 'Notes that the actor accepts terms of service, or takes that back.',
  input: z.object({ user_id: fields.id(), termsOfServiceId: z.string(), accepted: z.boolean() }),
  permission: signedIn('everybody accepts for himself: whoever the address names, it counts for the actor'),
  run: async (ctx, { termsOfServiceId: id, accepted }) => {
    if (!/^[a-z0-9]{26}$/.test(id)) throw invalidBody('termsOfServiceId');
    if (!(await readTerms(ctx.db, id))) throw userError('app.terms_of_service.get.no_rows.app_error', 'There are no such terms of service.', 404);
    if (accepted) await saveAcceptance(ctx.db, { user_id: ctx.actor.user_id, terms_of_service_id: id, create_at: ctx.now });
    else await deleteAcceptance(ctx.db, ctx.actor.user_id, id);
  },
});
