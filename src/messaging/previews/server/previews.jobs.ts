import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { forgetEmptyLinks } from './link-metadata.ts';

const KEEP_MS = 30 * 86_400_000;

export const removeEmptyLinks = defineJob({
  name: 'remove-empty-links',
  summary: 'Forgets links behind which nothing was found a month ago; what was found is kept for the messages that show it.',
  input: z.object({}),
  every: '53 3 * * *',
  unaudited: 'it happens every night',
  run: (ctx) => forgetEmptyLinks(ctx.db, ctx.now - KEEP_MS),
});
