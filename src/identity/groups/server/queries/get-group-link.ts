import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { requireGroup } from '../groups.permissions.ts';
import { requireSyncable, showSyncables, syncableInput } from '../syncables.ts';

export const getGroupLink = query({
  name: 'get-group-link',
  summary: 'Gets how a group fills one team or channel.',
  input: z.object(syncableInput),
  permission: inSystem('manage_system'),
  run: async (ctx, input) => {
    await requireGroup(ctx, input.group_id);
    return (await showSyncables(ctx, [await requireSyncable(ctx, input)]))[0];
  },
});
