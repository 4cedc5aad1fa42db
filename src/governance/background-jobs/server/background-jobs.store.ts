import type { Sql } from '#kernel/server/index.ts';
import type { BackgroundJob, JobStatus } from '../wire/index.ts';

const COLUMNS = 'id, type, priority, create_at, start_at, last_activity_at, status, progress, data';

export async function insertJob(sql: Sql, job: BackgroundJob): Promise<void> {
  await sql.run('INSERT INTO background_jobs (id, type, priority, create_at, status, data) VALUES ($1, $2, $3, $4, $5, $6::jsonb)', [job.id, job.type, job.priority, job.create_at, job.status, job.data && JSON.stringify(job.data)]);
}

export function readJob(sql: Sql, id: string): Promise<BackgroundJob | undefined> {
  return sql.maybe<BackgroundJob>(`SELECT ${COLUMNS} FROM background_jobs WHERE id = $1`, [id]);
}

export function readJobs(sql: Sql, { types, status, limit, offset }: { types: readonly string[]; status: string; limit: number; offset: number }): Promise<BackgroundJob[]> {
  return sql.rows<BackgroundJob>(`SELECT ${COLUMNS} FROM background_jobs WHERE type = ANY($1) AND ($2 = '' OR status = $2) ORDER BY create_at DESC, id DESC LIMIT $3 OFFSET $4`, [types, status, limit, offset]);
}

/** Changes the status if it is one of `from`; undefined if it is not. */
export function changeStatus(sql: Sql, id: string, from: readonly JobStatus[], to: JobStatus, now: number, more: { progress?: number; data?: Record<string, string> } = {}): Promise<BackgroundJob | undefined> {
  return sql.maybe<BackgroundJob>(
    `UPDATE background_jobs SET status = $3, last_activity_at = $4, start_at = CASE WHEN $3 = 'in_progress' THEN $4 ELSE start_at END, progress = coalesce($5, progress),
       data = CASE WHEN $6::jsonb IS NULL THEN data ELSE coalesce(data, '{}') || $6::jsonb END
     WHERE id = $1 AND status = ANY($2) RETURNING ${COLUMNS}`,
    [id, from, to, now, more.progress ?? null, more.data ? JSON.stringify(more.data) : null],
  );
}

/** Notes how far a job is, and returns its status: somebody may want it to end. */
export async function noteProgress(sql: Sql, id: string, progress: number, data: Record<string, string>, now: number): Promise<JobStatus | undefined> {
  const row = await sql.maybe<{ status: JobStatus }>("UPDATE background_jobs SET progress = $2, last_activity_at = $3, data = coalesce(data, '{}') || $4::jsonb WHERE id = $1 RETURNING status", [id, progress, now, JSON.stringify(data)]);
  return row?.status;
}

/** The newest job of a type that ended well. */
export function readLastSuccess(sql: Sql, type: string): Promise<BackgroundJob | undefined> {
  return sql.maybe<BackgroundJob>(`SELECT ${COLUMNS} FROM background_jobs WHERE type = $1 AND status = 'success' ORDER BY create_at DESC LIMIT 1`, [type]);
}

export async function removeOldJobs(sql: Sql, before: number): Promise<void> {
  await sql.run("DELETE FROM background_jobs WHERE create_at < $1 AND status NOT IN ('pending', 'in_progress', 'cancel_requested')", [before]);
}
