import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeGroup } from '../change-group.ts';
import { demandCustom, onGroup, requireGroup } from '../groups.permissions.ts';

export const archiveGroup = action({
  name: 'archive-group',
  summary: 'Archives a group: nobody can mention it any more.',
  input: z.object({ group_id: fields.id() }),
  permission: onGroup('delete_custom_group'),
  run: async (ctx, { group_id }) => {
    const group = await requireGroup(ctx, group_id);
    demandCustom(group);
    return changeGroup(ctx, group, { delete_at: group.delete_at || ctx.now });
  },
});
