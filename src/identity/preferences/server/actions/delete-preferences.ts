import { z } from 'zod';
import { action, fields, type Ctx } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { deletePreferences } from '../preferences.ts';
import { demandOwn } from '../preferences.input.ts';

const text = () => z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));
const input = z.object({ user_id: fields.id(), preferences: z.array(z.object({ user_id: text(), category: text(), name: text(), value: text() })) });

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
