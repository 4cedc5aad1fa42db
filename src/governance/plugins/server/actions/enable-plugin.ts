import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { notInstalled } from '../no-uploads.ts';

export const enablePlugin = action({
  name: 'enable-plugin',
  summary: 'Enables a plugin; there are none.',
  input: z.object({ plugin_id: z.string() }),
  permission: inSystem('sysconsole_write_plugins'),
  run: () => {
    throw notInstalled();
  },
});
