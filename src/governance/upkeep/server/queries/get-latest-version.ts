import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const getLatestVersion = query({
  name: 'get-latest-version',
  summary: 'Tells the version that runs. This server asks nobody outside for newer ones.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: ({ app }) => ({ id: 0, tag_name: `v${app.version}`, name: app.version, created_at: '', published_at: '', body: 'This server asks nobody outside for newer versions.', html_url: '' }),
});
