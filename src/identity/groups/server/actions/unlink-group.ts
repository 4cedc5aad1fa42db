import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { groupUnlinked } from '../groups.events.ts';
import { endSyncable } from '../groups.store.ts';
import { followLink, linksGroups, requireSyncable, requireSynced, syncableInput } from '../syncables.ts';
import { targetOf } from '../sync-members.ts';

export const unlinkGroup = action({
  name: 'unlink-group',
  summary: 'Ends that a group fills a team or channel. Where groups alone decide, its people leave.',
  input: z.object(syncableInput),
  permission: linksGroups,
  run: async (ctx, input) => {
    const { group_id, syncable_type, syncable_id } = input;
    await requireSynced(ctx, group_id);
    await requireSyncable(ctx, input);
    await endSyncable(ctx.db, { group_id, kind: syncable_type, syncable_id }, ctx.now);
    ctx.emit(groupUnlinked, { group_id, target: targetOf(ctx, syncable_type), syncable_id });
    await followLink(ctx, input);
  },
});
