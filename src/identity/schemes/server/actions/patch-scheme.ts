import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { changeScheme, requireScheme } from '../make-scheme.ts';

const text = () => fields.text(20_000).nullish();

export const patchScheme = action({
  name: 'patch-scheme',
  summary: 'Changes the names or the description of a scheme.',
  input: z.object({ scheme_id: fields.id(), name: text(), display_name: text(), description: text() }),
  permission: inSystem('sysconsole_write_user_management_permissions'),
  run: async (ctx, { scheme_id, name, display_name, description }) => {
    const scheme = await requireScheme(ctx, scheme_id);
    return changeScheme(ctx, { ...scheme, name: name ?? scheme.name, display_name: display_name ?? scheme.display_name, description: description ?? scheme.description });
  },
});
