import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { deleteOldCodes } from './oauth.store.ts';

const DAY_MS = 86_400_000;

export const removeOldCodes = defineJob({
  name: 'remove-old-oauth-codes',
  summary: 'Forgets codes that expired a day ago.',
  input: z.object({}),
  every: '41 3 * * *',
  unaudited: 'it happens every night',
  run: (ctx) => deleteOldCodes(ctx.db, ctx.now - DAY_MS),
});
