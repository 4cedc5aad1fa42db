import { z } from 'zod';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { demandVisible } from '#identity/users/server/feature.ts';
import { action, invalidBody, permissionError } from '#kernel/server/index.ts';
import { ids } from '../channels.fields.ts';
import { getOrCreateDirectChannel } from '../direct-channels.ts';

export const createDirectChannel = action({
  name: 'create-direct-channel',
  summary: 'Opens the direct channel of two people; there is one for each pair.',
  input: z.object({ user_ids: ids(2) }),
  permission: inSystem('create_direct_channel'),
  run: async (ctx, { user_ids }) => {
    const [a, b = a === ctx.actor.user_id ? a : undefined] = user_ids;
    if (!a || !b) throw invalidBody('user_ids', 'Give the ids of two people.');
    if (!user_ids.includes(ctx.actor.user_id) && !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_system']);
    for (const id of [a, b]) await demandVisible(ctx, id);
    return getOrCreateDirectChannel(ctx, [a, b]);
  },
});
