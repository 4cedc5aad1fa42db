import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { uploadsDisabled } from '../no-uploads.ts';

export const attachPlugin = action({
  name: 'attach-plugin',
  summary: 'Would attach a plugin that is being developed; this server takes none.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: () => {
    throw uploadsDisabled();
  },
});
