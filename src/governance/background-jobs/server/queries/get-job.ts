import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { findJob } from '../find-job.ts';
import { onSomeJobs } from '../job-types.ts';

export const getJob = query({
  name: 'get-job',
  summary: 'Gets a job and how far it is.',
  input: z.object({ job_id: fields.id() }),
  permission: onSomeJobs('read'),
  run: (ctx, { job_id }) => findJob(ctx, job_id, 'read'),
});
