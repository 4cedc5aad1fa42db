import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeGroup } from '../change-group.ts';
import { demandCustom, onGroup, requireGroup } from '../groups.permissions.ts';

export const restoreGroup = action({
  name: 'restore-group',
  summary: 'Brings an archived group back.',
  input: z.object({ group_id: fields.id() }),
  permission: onGroup('restore_custom_group'),
  run: async (ctx, { group_id }) => {
    const group = await requireGroup(ctx, group_id);
    demandCustom(group, 501);
    return changeGroup(ctx, group, { delete_at: 0 });
  },
});
