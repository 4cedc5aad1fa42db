import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { changeConfig } from '../change-config.ts';

const input = z.object({ config: z.record(z.string(), z.unknown()) });

/** Only for full administrators: who could changeConfig any setting could changeConfig what an administrator is. */
const permission = inSystem('manage_system');

export const updateConfig = action({
  name: 'update-config',
  summary: 'Replaces the settings. Those that this server does not have are left aside; the answer shows what is in force.',
  input,
  permission,
  run: (ctx, { config }) => changeConfig(ctx, config),
});
