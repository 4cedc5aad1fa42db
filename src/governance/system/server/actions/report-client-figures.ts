import { z } from 'zod';
import { action, signedIn } from '#kernel/server/index.ts';

export const reportClientFigures = action({
  name: 'report-client-figures',
  summary: 'Takes the figures that a client has measured. They go to the log where it is detailed.',
  input: z.object({ version: z.string().nullish(), labels: z.unknown().optional(), counters: z.unknown().optional(), histograms: z.unknown().optional() }),
  permission: signedIn('each client speaks of itself'),
  unaudited: 'clients send it every minute',
  run: (ctx, { version }) => ctx.log.debug({ version, user_id: ctx.actor.user_id }, 'a client sent figures'),
});
