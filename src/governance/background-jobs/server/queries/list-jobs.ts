import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { readJobs } from '../background-jobs.store.ts';
import { onSomeJobs } from '../job-types.ts';
import { readableTypes } from '../readable-types.ts';

const STATUSES = ['', 'pending', 'in_progress', 'success', 'error', 'warning', 'cancel_requested', 'canceled'];

export const listJobs = query({
  name: 'list-jobs',
  summary: 'Lists jobs, the newest first: those of one type, or of all that one may see.',
  input: z.object({ job_type: z.string().default(''), status: z.string().default(''), page: fields.page(), per_page: fields.perPage() }),
  permission: onSomeJobs('read'),
  run: async (ctx, { job_type, status, page, per_page }) => {
    if (!STATUSES.includes(status)) throw userError('api.job.status.invalid', `The status must be one of ${STATUSES.filter(Boolean).join(', ')}.`);
    return readJobs(ctx.db, { types: await readableTypes(ctx, job_type), status, limit: per_page, offset: page * per_page });
  },
});
