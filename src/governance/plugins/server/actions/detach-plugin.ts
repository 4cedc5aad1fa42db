import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { notInstalled } from '../no-uploads.ts';

export const detachPlugin = action({
  name: 'detach-plugin',
  summary: 'Detaches a plugin that is being developed; there are none.',
  input: z.object({ plugin_id: z.string() }),
  permission: inSystem('manage_system'),
  run: () => {
    throw notInstalled();
  },
});
