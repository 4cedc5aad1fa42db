import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { makeScheme } from '../make-scheme.ts';

const text = () => fields.text(20_000).nullish().transform((value) => value ?? '');

export const createScheme = action({
  name: 'create-scheme',
  summary: 'Makes a scheme: roles that take the place of the built-in ones in some teams or channels.',
  input: z.object({ name: text(), display_name: text(), description: text(), scope: text() }),
  permission: inSystem('sysconsole_write_user_management_permissions'),
  run: (ctx, { scope, ...input }) => {
    if (scope !== 'team' && scope !== 'channel') throw invalidBody('scheme', 'The scope must be team or channel.');
    return makeScheme(ctx, { ...input, scope });
  },
});
