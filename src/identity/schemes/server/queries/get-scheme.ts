import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { requireScheme } from '../make-scheme.ts';

export const getScheme = query({
  name: 'get-scheme',
  summary: 'Gets a scheme.',
  input: z.object({ scheme_id: fields.id() }),
  permission: inSystem('sysconsole_read_user_management_permissions'),
  run: (ctx, { scheme_id }) => requireScheme(ctx, scheme_id),
});
