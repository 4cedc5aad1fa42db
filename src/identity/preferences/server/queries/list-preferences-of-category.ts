import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { getPreferences } from '../preferences.ts';

const permission = selfOrManager('edit_other_users');

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
