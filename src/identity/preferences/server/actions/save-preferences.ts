import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import type { Preference } from '../../wire/index.ts';
import { checkPreference } from '../preferences.rules.ts';
import { beforePreferencesSaved, deletePreferences, savePreferences } from '../preferences.ts';

const MAX_AT_ONCE = 100;
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

export const deletePreferencesOf = action({
  name: 'delete-preferences',
  summary: 'Removes preferences of a person.',
  input,
  permission: selfOrManager('edit_other_users'),
  unaudited: 'preferences are changed all the time and matter to nobody else',
  run: async (ctx: Ctx, { user_id, preferences }) => {
    demandOwn(user_id, preferences, 'delete_preferences.delete');
    await deletePreferences(ctx, user_id, preferences);
  },
});

function demandOwn(user_id: string, preferences: readonly Preference[], what: string): void {
  if (!preferences.length || preferences.length > MAX_AT_ONCE) throw invalidBody('preferences', `Give 1 to ${MAX_AT_ONCE} of them.`);
  if (preferences.some((one) => one.user_id !== user_id)) throw userError(`api.preference.${what}.app_error`, 'All preferences must be of the person in the address.', 403);
}
