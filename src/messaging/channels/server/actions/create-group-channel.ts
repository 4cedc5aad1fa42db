import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { demandVisible } from '#identity/users/server/feature.ts';
import { action, invalidBody } from '#kernel/server/index.ts';
import { ids } from '../channels.fields.ts';
import { getOrCreateGroupChannel } from '../direct-channels.ts';

export const createGroupChannel = action({
  name: 'create-group-channel',
  summary: 'Opens the group channel of three to eight people; there is one for each group.',
  input: z.object({ user_ids: ids(64) }),
  permission: inSystem('create_group_channel'),
  run: async (ctx, { user_ids }) => {
    if (!user_ids.length) throw invalidBody('user_ids', 'Give the ids of two to seven others.');
    const all = [...new Set([...user_ids, ctx.actor.user_id])];
    for (const id of all) await demandVisible(ctx, id);
    return getOrCreateGroupChannel(ctx, all);
  },
});
