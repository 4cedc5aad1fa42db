import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import type { JobStatus } from '../../wire/index.ts';
import { findJob } from '../find-job.ts';
import { onSomeJobs } from '../job-types.ts';
import { moveJob, SETTABLE } from '../move-job.ts';

export const setJobStatus = action({
  name: 'set-job-status',
  summary: 'Has a job done again, or ends one that hangs.',
  input: z.object({ job_id: fields.id(), status: z.string(), force: z.boolean().nullish() }),
  permission: onSomeJobs('manage'),
  run: async (ctx, { job_id, status, force }) => {
    if (!SETTABLE.includes(status as JobStatus)) throw userError('api.job.status.invalid', `The status must be one of ${SETTABLE.join(', ')}.`);
    await moveJob(ctx, await findJob(ctx, job_id, 'manage'), status as JobStatus, force === true);
  },
});
