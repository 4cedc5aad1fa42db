import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { changeConfig } from '../change-config.ts';
import { accessPermissions } from '../config-access.ts';

const input = z.object({ config: z.record(z.string(), z.unknown()) });

const permission = inSystem(...accessPermissions('write'));

export const patchConfig = action({
  name: 'patch-config',
  summary: 'Changes the given settings and leaves the others.',
  input,
  permission,
  run: (ctx, { config }) => changeConfig(ctx, config),
});
