import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { uploadsDisabled } from '../no-uploads.ts';

export const uploadPlugin = action({
  name: 'upload-plugin',
  summary: 'Would install a plugin that is uploaded; this server takes none.',
  input: z.object({}),
  permission: inSystem('sysconsole_write_plugins'),
  run: () => {
    throw uploadsDisabled();
  },
});
