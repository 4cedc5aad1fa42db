import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import { JOB_TYPES, mayUse } from './job-types.ts';

/** The types whose jobs the actor may see: the one asked for, or all. */
export async function readableTypes(ctx: Ctx, job_type: string): Promise<string[]> {
  if (job_type && !JOB_TYPES.includes(job_type)) throw userError('api.job.retrieve.nopermissions', 'There is no such type of job.');
  const types: string[] = [];
  for (const type of job_type ? [job_type] : JOB_TYPES) if (await mayUse(ctx, type, 'read')) types.push(type);
  if (!types.length) throw permissionError(ctx.actor.user_id, [`read jobs of the type ${job_type}`]);
  return types;
}
