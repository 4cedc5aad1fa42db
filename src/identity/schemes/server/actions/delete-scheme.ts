import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { endScheme, requireScheme } from '../make-scheme.ts';

export const deleteScheme = action({
  name: 'delete-scheme',
  summary: 'Ends a scheme: its teams and channels go back to the built-in roles.',
  input: z.object({ scheme_id: fields.id() }),
  permission: inSystem('sysconsole_write_user_management_permissions'),
  run: async (ctx, { scheme_id }) => endScheme(ctx, await requireScheme(ctx, scheme_id)),
});
