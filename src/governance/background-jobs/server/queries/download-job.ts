import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { findJob } from '../find-job.ts';
import { findType, onSomeJobs } from '../job-types.ts';

export const downloadJob = query({
  name: 'download-job',
  summary: 'Downloads what a job has made.',
  input: z.object({ job_id: fields.id() }),
  permission: { ...onSomeJobs('read'), ids: ['download_compliance_export_result', ...onSomeJobs('read').ids] },
  run: async (ctx, { job_id }) => {
    const job = await findJob(ctx, job_id, 'read');
    const made = job.status === 'success' ? await findType(ctx.app, job.type)?.download?.(ctx.app, job) : undefined;
    if (!made) throw userError('api.job.unable_to_download_job', 'This job has made nothing that can be downloaded.', 400);
    return made;
  },
});
