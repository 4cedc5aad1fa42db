import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { uploadsDisabled } from '../no-uploads.ts';

export const installPlugin = action({
  name: 'install-plugin',
  summary: 'Would install a plugin from an address or the marketplace; this server takes none.',
  input: z.object({}),
  permission: inSystem('sysconsole_write_plugins'),
  run: () => {
    throw uploadsDisabled();
  },
});
