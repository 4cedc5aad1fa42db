import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { getPreferences } from '../preferences.ts';

const permission = selfOrManager('edit_other_users');

export const listPreferences = query({
  name: 'list-preferences',
  summary: 'Lists all preferences of a person.',
  input: z.object({ user_id: fields.id() }),
  permission,
  run: (ctx, { user_id }) => getPreferences(ctx.app, user_id),
});
