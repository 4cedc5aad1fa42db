import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const removeLicense = action({
  name: 'remove-license',
  summary: 'Takes a licence away, which changes nothing: nothing here hangs on one.',
  input: z.object({}),
  permission: inSystem('manage_license_information'),
  run: () => undefined,
});
