import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { checkPreference } from '../preferences.rules.ts';
import { beforePreferencesSaved, savePreferences } from '../preferences.ts';
import { demandOwn } from '../preferences.input.ts';

const text = () => z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));
const input = z.object({ user_id: fields.id(), preferences: z.array(z.object({ user_id: text(), category: text(), name: text(), value: text() })) });

export const savePreferencesOf = action({
  name: 'save-preferences',
  summary: 'Saves preferences of a person.',
  input,
  permission: selfOrManager('edit_other_users'),
  unaudited: 'preferences are changed all the time and matter to nobody else',
  run: async (ctx, { user_id, preferences }) => {
    demandOwn(user_id, preferences, 'update_preferences.set');
    preferences.forEach(checkPreference);
    for (const check of ctx.app.all(beforePreferencesSaved)) await check(ctx, user_id, preferences);
    await savePreferences(ctx, user_id, preferences);
  },
});
