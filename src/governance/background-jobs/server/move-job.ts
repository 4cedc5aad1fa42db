import { userError, type Ctx } from '#kernel/server/index.ts';
import type { BackgroundJob, JobStatus } from '../wire/index.ts';
import { changeStatus } from './background-jobs.store.ts';
import { queueJob } from './run-job.ts';

/** What an administrator can make of a job by hand. */
export const SETTABLE: readonly JobStatus[] = ['pending', 'cancel_requested', 'canceled'];

const MOVES: Readonly<Partial<Record<JobStatus, readonly JobStatus[]>>> = {
  pending: ['canceled', 'cancel_requested'],
  in_progress: ['cancel_requested', 'pending'],
  cancel_requested: ['canceled'],
};

/** Changes a job's status by hand; with `is_forced` from any to any. A job that is pending again is done again. */
export async function moveJob(ctx: Ctx, job: BackgroundJob, to: JobStatus, is_forced: boolean): Promise<void> {
  const may = is_forced || (MOVES[job.status] ?? []).includes(to);
  if (!may || !(await changeStatus(ctx.db, job.id, [job.status], to, ctx.now))) throw userError('api.job.status.invalid', `A job that is ${job.status} cannot become ${to}.`);
  if (to === 'pending') await queueJob(ctx, job.id);
}
