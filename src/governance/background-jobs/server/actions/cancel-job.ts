import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { findJob } from '../find-job.ts';
import { onSomeJobs } from '../job-types.ts';
import { endJob } from '../move-job.ts';

export const cancelJob = action({
  name: 'cancel-job',
  summary: 'Ends a job: at once if it waits, else as soon as it can.',
  input: z.object({ job_id: fields.id() }),
  permission: onSomeJobs('manage'),
  run: async (ctx, { job_id }) => endJob(ctx, await findJob(ctx, job_id, 'manage')),
});
