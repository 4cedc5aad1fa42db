import { userError, type AppError, type Ctx } from '#kernel/server/index.ts';
import type { BackgroundJob, JobStatus } from '../wire/index.ts';
import { changeStatus, readJob } from './background-jobs.store.ts';
import { queueJob } from './run-job.ts';

/** What an administrator can make of a job by hand. */
export const SETTABLE: readonly JobStatus[] = ['pending', 'cancel_requested', 'canceled'];

// What is forced is not stopped by a job that starts or ends at this very moment.
const ANY: readonly JobStatus[] = ['pending', 'in_progress', 'success', 'error', 'cancel_requested', 'canceled', 'warning'];

const MOVES: Readonly<Partial<Record<JobStatus, readonly JobStatus[]>>> = {
  pending: ['canceled', 'cancel_requested'],
  in_progress: ['cancel_requested', 'pending'],
  cancel_requested: ['canceled'],
};

/** Changes a job's status by hand; with `is_forced` from any to any. A job that is pending again is done again. */
export async function moveJob(ctx: Ctx, job: BackgroundJob, to: JobStatus, is_forced: boolean): Promise<void> {
  const may = is_forced || (MOVES[job.status] ?? []).includes(to);
  if (!may || !(await changeStatus(ctx.db, job.id, is_forced ? ANY : [job.status], to, ctx.now))) throw refusal((await readJob(ctx.db, job.id)) ?? job, to);
  if (to === 'pending') await queueJob(ctx, job.id);
}

/** Ends a job: at once if it waits, else as soon as it can. It may start or end at this very moment. */
export async function endJob(ctx: Ctx, job: BackgroundJob): Promise<void> {
  const is_ended = (await changeStatus(ctx.db, job.id, ['pending'], 'canceled', ctx.now)) ?? (await changeStatus(ctx.db, job.id, ['in_progress'], 'cancel_requested', ctx.now));
  if (!is_ended) throw refusal((await readJob(ctx.db, job.id)) ?? job, 'canceled');
}

function refusal(job: BackgroundJob, to: JobStatus): AppError {
  return userError('api.job.status.invalid', `A job that is ${job.status} cannot become ${to}.`);
}
