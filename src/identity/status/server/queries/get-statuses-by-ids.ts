import { z } from 'zod';
import { invalidBody, isId, query, signedIn } from '#kernel/server/index.ts';
import { enableUserStatuses } from '../status.settings.ts';
import { getStatuses } from '../status.ts';

const open = signedIn('everybody sees who is online');

export const getStatusesByIds = query({
  name: 'get-statuses-by-ids',
  summary: 'Gets the presence of several people; unknown people are offline.',
  input: z.object({ user_ids: z.array(z.string()) }),
  permission: open,
  run: async (ctx, { user_ids }) => {
    if (!user_ids.length || !user_ids.every(isId)) throw invalidBody('user_ids');
    return ctx.settings.get(enableUserStatuses) ? getStatuses(ctx.app, [...new Set(user_ids)]) : [];
  },
});
