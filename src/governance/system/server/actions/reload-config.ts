import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const reloadConfig = action({
  name: 'reload-config',
  summary: 'Reads the stored settings again.',
  input: z.object({}),
  permission: inSystem('reload_config'),
  run: (ctx) => ctx.settings.reload(),
});
