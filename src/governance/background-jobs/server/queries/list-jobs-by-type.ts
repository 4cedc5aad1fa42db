import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { readJobs } from '../background-jobs.store.ts';
import { onSomeJobs } from '../job-types.ts';
import { readableTypes } from '../readable-types.ts';

export const listJobsByType = query({
  name: 'list-jobs-by-type',
  summary: 'Lists the jobs of a type, the newest first.',
  input: z.object({ job_type: z.string(), page: fields.page(), per_page: fields.perPage() }),
  permission: onSomeJobs('read'),
  run: async (ctx, { job_type, page, per_page }) => readJobs(ctx.db, { types: await readableTypes(ctx, job_type), status: '', limit: per_page, offset: page * per_page }),
});
