import { z } from 'zod';
import { action, permissionError, userError } from '#kernel/server/index.ts';
import { findType, JOB_TYPES, mayUse, onSomeJobs } from '../job-types.ts';
import { startJob } from '../run-job.ts';

export const createJob = action({
  name: 'create-job',
  summary: 'Starts a job.',
  input: z.object({ type: z.string().max(64), data: z.record(z.string().max(64), z.string().max(4_096)).nullish() }),
  permission: onSomeJobs('create'),
  run: async (ctx, { type, data }) => {
    if (!JOB_TYPES.includes(type)) throw userError('api.job.unable_to_create_job.incorrect_job_type', 'There is no such type of job.');
    if (!(await mayUse(ctx, type, 'create'))) throw permissionError(ctx.actor.user_id, [`create jobs of the type ${type}`]);
    if (!findType(ctx.app, type)) throw userError('api.job.unable_to_create_job.incorrect_job_type', `This server does no jobs of the type ${type}.`);
    return startJob(ctx, type, data ?? null);
  },
});
