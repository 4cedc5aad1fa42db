import { z } from 'zod';
import { AppError, defineJob, newId, type Ctx, type JobCtx, type Sql } from '#kernel/server/index.ts';
import type { BackgroundJob } from '../wire/index.ts';
import { cleanupThreshold } from './background-jobs.settings.ts';
import { changeStatus, insertJob, noteProgress, readJob, removeOldJobs } from './background-jobs.store.ts';
import { findType } from './job-types.ts';

const DAY_MS = 86_400_000;
const TIME_LIMIT_MS = 12 * 3_600_000;
const ATTEMPTS = 3;

/** Ends a job whose end somebody has asked for. */
class CancelledError extends Error {}

export const runBackgroundJob = defineJob({
  name: 'run-background-job',
  summary: 'Does what an administrator has started.',
  input: z.object({ job_id: z.string() }),
  max_attempts: ATTEMPTS,
  time_limit_ms: TIME_LIMIT_MS,
  unaudited: 'who started the job has a record',
  run: async (ctx, { job_id }) => {
    // A job in progress was left by a process that died.
    const job = await changeStatus(ctx.db, job_id, ['pending', 'in_progress'], 'in_progress', ctx.app.clock());
    if (job) await runOne(ctx, job);
    else await changeStatus(ctx.db, job_id, ['cancel_requested'], 'canceled', ctx.app.clock());
  },
});

export const removeOldBackgroundJobs = defineJob({
  name: 'remove-old-background-jobs',
  summary: 'Forgets jobs that ended long ago, where the settings say so.',
  input: z.object({}),
  every: '23 3 * * *',
  unaudited: 'it happens every night',
  run: async (ctx) => {
    const days = ctx.settings.get(cleanupThreshold);
    if (days >= 0) await removeOldJobs(ctx.db, ctx.now - days * DAY_MS);
  },
});

/** Starts a job of a type that is known to exist, and returns it. It asks for no permission: its caller has. */
export async function startJob(ctx: Ctx, type: string, data: Record<string, string> | null): Promise<BackgroundJob> {
  await findType(ctx.app, type)?.check?.(ctx, data ?? {});
  const job: BackgroundJob = { id: newId(ctx.now), type, priority: 0, create_at: ctx.now, start_at: 0, last_activity_at: 0, status: 'pending', progress: 0, data };
  await ctx.db.tx(async (tx) => {
    await insertJob(tx, job);
    await queueJob(ctx, job.id, tx);
  });
  return job;
}

/** Has a pending job done. */
export async function queueJob(ctx: Ctx, job_id: string, tx?: Sql): Promise<void> {
  await ctx.jobs.add(runBackgroundJob, { job_id }, { key: `background-job:${job_id}`, tx });
}

async function runOne(ctx: JobCtx, job: BackgroundJob): Promise<void> {
  const { app } = ctx;
  try {
    const type = findType(app, job.type);
    if (!type) throw new Error(`This server does no jobs of the type ${job.type}.`);
    const progress = async (percent: number, data: Record<string, string> = {}) => {
      const status = await noteProgress(ctx.db, job.id, percent, data, app.clock());
      if (status !== 'in_progress') throw new CancelledError();
      ctx.signal.throwIfAborted();
    };
    const data = (await type.run(ctx, { id: job.id, data: job.data ?? {}, progress })) ?? {};
    await changeStatus(ctx.db, job.id, ['in_progress', 'cancel_requested'], 'success', app.clock(), { progress: 100, data });
  } catch (error) {
    await noteEnd(ctx, job.id, error as Error);
  }
}

async function noteEnd(ctx: JobCtx, id: string, error: Error): Promise<void> {
  const now = ctx.app.clock();
  if (error instanceof CancelledError) {
    await changeStatus(ctx.db, id, ['cancel_requested'], 'canceled', now);
    return;
  }
  // The server stops: another run goes on with it.
  if (ctx.signal.aborted && !ctx.is_last_attempt && (await readJob(ctx.db, id))?.status === 'in_progress') throw error;
  ctx.log.warn({ job_id: id, error: error.message }, 'a job has failed');
  await changeStatus(ctx.db, id, ['in_progress', 'cancel_requested'], 'error', now, { data: { error: error instanceof AppError ? `${error.message} ${error.detail}`.trim() : error.message } });
}
