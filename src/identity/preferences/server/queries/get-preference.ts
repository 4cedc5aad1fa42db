import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { readPreference } from '../preferences.store.ts';

const permission = selfOrManager('edit_other_users');

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
