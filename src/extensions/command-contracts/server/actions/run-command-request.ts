import { z } from 'zod';
import { action, fields, type PermissionRule } from '#kernel/server/index.ts';
import type { CommandTarget } from '#extensions/commands/server/feature.ts';
import { isFulfilled } from '../guarded-actions.ts';

const fulfilledOnly: PermissionRule = { scope: 'system', ids: [], check: (ctx) => isFulfilled(ctx) };

/** Runs a command whose contract is fulfilled, as who asked for it. Nothing but an approval can make its call. */
export const runCommandRequest = action({
  name: 'run-command-request',
  summary: 'Run a dangerous command that was approved.',
  input: z.object({ request_id: fields.id(), target: z.custom<CommandTarget>() }),
  permission: fulfilledOnly,
  run: (ctx, { target }) => {
    ctx.notes.push(`target=${target.key}`);
    return target.run();
  },
});
