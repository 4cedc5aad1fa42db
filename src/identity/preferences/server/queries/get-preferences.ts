import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { getPreferences } from '../preferences.ts';
import { readPreference } from '../preferences.store.ts';

const permission = selfOrManager('edit_other_users');

export const listPreferences = query({
  name: 'list-preferences',
  summary: 'Lists all preferences of a person.',
  input: z.object({ user_id: fields.id() }),
  permission,
  run: (ctx, { user_id }) => getPreferences(ctx.app, user_id),
});

export const listCategory = query({
  name: 'list-preferences-of-category',
  summary: 'Lists the preferences of one category.',
  input: z.object({ user_id: fields.id(), category: z.string() }),
  permission,
  run: async (ctx, { user_id, category }) => {
    const found = await getPreferences(ctx.app, user_id, category);
    if (!found.length) throw userError('api.preference.preferences_category.get.app_error', 'There are no preferences of this category.', 404);
    return found;
  },
});

export const getPreference = query({
  name: 'get-preference',
  summary: 'Gets one preference.',
  input: z.object({ user_id: fields.id(), category: z.string(), preference_name: z.string() }),
  permission,
  run: async (ctx, { user_id, category, preference_name }) => {
    const found = await readPreference(ctx.db, user_id, category, preference_name);
    if (!found) throw userError('app.preference.get.app_error', 'There is no such preference.');
    return found;
  },
});
