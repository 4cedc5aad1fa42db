import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { READ, requireGroup } from '../groups.permissions.ts';
import { readSyncables } from '../groups.store.ts';
import { showSyncables, syncableInput } from '../syncables.ts';

const { group_id, syncable_type } = syncableInput;

export const listGroupLinks = query({
  name: 'list-group-links',
  summary: 'Lists the teams or channels that a group fills.',
  input: z.object({ group_id, syncable_type }),
  permission: inSystem(READ),
  run: async (ctx, input) => {
    await requireGroup(ctx, input.group_id);
    return showSyncables(ctx, await readSyncables(ctx.db, input.group_id, input.syncable_type));
  },
});
