import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { READ, requireGroup } from '../groups.permissions.ts';
import { countMembers } from '../groups.store.ts';

export const getGroupStats = query({
  name: 'get-group-stats',
  summary: 'How many members a group has.',
  input: z.object({ group_id: fields.id() }),
  permission: inSystem(READ),
  run: async (ctx, { group_id }) => {
    await requireGroup(ctx, group_id);
    return { group_id, total_member_count: await countMembers(ctx.db, group_id) };
  },
});
