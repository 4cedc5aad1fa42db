import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { getStatuses } from '../status.ts';

const open = signedIn('everybody sees who is online');

export const socketStatusesByIds = query({
  name: 'get-status-words-by-ids',
  summary: 'Tells the presence of several people, by id.',
  input: z.object({ user_ids: z.array(fields.id()).min(1).max(10_000) }),
  permission: open,
  run: async (ctx, { user_ids }) => Object.fromEntries((await getStatuses(ctx.app, user_ids)).map((one) => [one.user_id, one.status])),
});
