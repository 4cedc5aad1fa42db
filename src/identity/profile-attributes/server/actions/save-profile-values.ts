import { z } from 'zod';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { saveProfileValues } from '../save-profile-values.ts';

export const saveValuesOfUser = action({
  name: 'save-profile-values',
  summary: "Fills fields of somebody's profile.",
  input: z.object({ user_id: fields.id(), values: fields.props() }),
  permission: selfOrManager('edit_other_users'),
  run: (ctx, { user_id, values }) => saveProfileValues(ctx, user_id, values),
});
