import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields, newId, userError } from '#kernel/server/index.ts';
import { terms_text_max } from '../../wire/index.ts';
import { enableTerms } from '../terms.settings.ts';
import { insertTerms, readLatestTerms } from '../terms.store.ts';

export const createTerms = action({
  name: 'create-terms',
  summary: 'Writes new terms of service; everybody is asked to accept them.',
  input: z.object({ text: fields.text(1_000_000).nullish().transform((text) => text ?? '') }),
  permission: inSystem('manage_system'),
  run: async (ctx, { text }) => {
    if (!ctx.settings.get(enableTerms)) throw userError('api.create_terms_of_service.custom_terms_of_service_disabled.app_error', 'Terms of service are switched off (SupportSettings.CustomTermsOfServiceEnabled).');
    if (!text) throw userError('api.create_terms_of_service.empty_text.app_error', 'Give the text of the terms.');
    if ([...text].length > terms_text_max) throw userError('model.terms_of_service.is_valid.text.app_error', `The text must have at most ${terms_text_max} characters.`);
    const latest = await readLatestTerms(ctx.db);
    if (latest?.text === text) return latest;
    const terms = { id: newId(ctx.now), create_at: ctx.now, user_id: ctx.actor.user_id, text };
    await insertTerms(ctx.db, terms);
    return terms;
  },
});
