import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { groupLinked } from '../groups.events.ts';
import { saveSyncable } from '../groups.store.ts';
import { followLink, linksGroups, requireSynced, showSyncables, syncableInput } from '../syncables.ts';
import { targetOf } from '../sync-members.ts';

const flag = () => z.boolean().nullish().transform((value) => value ?? undefined);

export const linkGroup = action({
  name: 'link-group',
  summary: 'Lets a group of a directory fill a team or channel.',
  input: z.object({ ...syncableInput, auto_add: flag(), scheme_admin: flag() }),
  permission: linksGroups,
  run: async (ctx, input) => {
    const { group_id, syncable_type, syncable_id } = input;
    await requireSynced(ctx, group_id);
    const row = await saveSyncable(ctx.db, { group_id, kind: syncable_type, syncable_id }, input, ctx.now);
    ctx.emit(groupLinked, { group_id, target: targetOf(ctx, syncable_type), syncable_id });
    await followLink(ctx, input);
    return (await showSyncables(ctx, [row]))[0];
  },
});
