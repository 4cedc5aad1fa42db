import { defineFeature } from '#kernel/server/index.ts';
import { ownFields, userErased } from '#identity/users/server/feature.ts';
import { routes } from './terms.routes.ts';
import { enableTerms, settings } from './terms.settings.ts';
import { deleteAcceptance, readAcceptance } from './terms.store.ts';

export const termsFeature = defineFeature({
  name: 'terms',
  area: 'identity',
  summary: 'Terms of service that people must accept.',
  tables: ['terms_of_service', 'user_terms_of_service'],
  routes,
  settings,
  contributes: [
    userErased.add((ctx, user_id) => deleteAcceptance(ctx.db, user_id)),
    ownFields.add(async (ctx, user_id) => {
      const accepted = ctx.settings.get(enableTerms) ? await readAcceptance(ctx.db, user_id) : undefined;
      return accepted ? { terms_of_service_id: accepted.terms_of_service_id, terms_of_service_create_at: accepted.create_at } : {};
    }),
  ],
});
