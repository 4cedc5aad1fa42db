import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import type { BackgroundJob } from '../wire/index.ts';
import { readJob } from './background-jobs.store.ts';
import { mayUse } from './job-types.ts';

/** The job, if the actor may do this with it. */
export async function findJob(ctx: Ctx, job_id: string, use: 'manage' | 'read'): Promise<BackgroundJob> {
  const job = await readJob(ctx.db, job_id);
  if (!job) throw userError('app.job.get.app_error', 'There is no such job.', 404);
  if (!(await mayUse(ctx, job.type, use))) throw permissionError(ctx.actor.user_id, [`${use} jobs of the type ${job.type}`]);
  return job;
}
