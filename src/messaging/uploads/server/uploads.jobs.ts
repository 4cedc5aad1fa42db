import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { folderOfParts } from './uploads.parts.ts';
import { removeOldSessions } from './uploads.store.ts';

const KEEP_MS = 7 * 86_400_000;

export const removeOldUploads = defineJob({
  name: 'remove-old-uploads',
  summary: 'Forgets files whose last piece has not come for a week.',
  input: z.object({}),
  every: '41 3 * * *',
  unaudited: 'it happens every night',
  run: async (ctx) => {
    for (const id of await removeOldSessions(ctx.db, ctx.now - KEEP_MS)) await ctx.app.files.removeFolder(folderOfParts(id));
  },
});
