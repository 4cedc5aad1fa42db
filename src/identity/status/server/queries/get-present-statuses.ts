import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { present } from '../presence.ts';

const open = signedIn('everybody sees who is online');

export const socketStatuses = query({
  name: 'get-present-statuses',
  summary: 'Tells who is there, by id.',
  input: z.object({}),
  permission: open,
  run: (ctx) => Object.fromEntries(present(ctx.app).map((record) => [record.user_id, record.status])),
});
