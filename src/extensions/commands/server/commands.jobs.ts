import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { deleteAnswerPlaces } from './custom-commands.store.ts';

const KEPT_MS = 86_400_000;

/** Forgets where commands could answer to: the addresses have long ended. */
export const pruneCommandAnswers = defineJob({
  name: 'remove-command-answers',
  summary: 'Forget the addresses at which commands could answer.',
  input: z.object({}),
  every: '23 4 * * *',
  unaudited: 'the addresses have ended by themselves',
  run: (ctx) => deleteAnswerPlaces(ctx.db, ctx.now - KEPT_MS),
});
