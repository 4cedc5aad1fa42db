import { extractWaiting } from '#messaging/search/server/feature.ts';
import type { JobType } from './job-types.ts';

const TOLD_EVERY = 20;

/** Takes the words out of all posted files of which that was not done yet. */
export const extractContentJob: JobType = {
  type: 'extract_content',
  run: async (ctx, run) => {
    const processed = await extractWaiting(ctx, async (done) => {
      if (done % TOLD_EVERY === 0) await run.progress(-1, { processed: String(done) });
      return true;
    });
    return { processed: String(processed) };
  },
};
