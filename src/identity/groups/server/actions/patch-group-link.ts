import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { saveSyncable } from '../groups.store.ts';
import { followLink, linksGroups, requireSyncable, requireSynced, showSyncables, syncableInput } from '../syncables.ts';

const flag = () => z.boolean().nullish().transform((value) => value ?? undefined);

export const patchGroupLink = action({
  name: 'patch-group-link',
  summary: 'Changes how a group fills a team or channel: by itself, as administrators.',
  input: z.object({ ...syncableInput, auto_add: flag(), scheme_admin: flag() }),
  permission: linksGroups,
  run: async (ctx, input) => {
    await requireSynced(ctx, input.group_id);
    await requireSyncable(ctx, input);
    const row = await saveSyncable(ctx.db, { group_id: input.group_id, kind: input.syncable_type, syncable_id: input.syncable_id }, input, ctx.now);
    await followLink(ctx, input);
    return (await showSyncables(ctx, [row]))[0];
  },
});
