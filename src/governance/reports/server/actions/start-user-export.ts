import { z } from 'zod';
import { readJobs, startJob } from '#governance/background-jobs/server/feature.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, userError } from '#kernel/server/index.ts';
import { conditionsOf, filterInput } from '../reports.input.ts';

const TYPE = 'export_users_to_csv';
const LOOKED_AT = 100;

export const startUserExport = action({
  name: 'start-user-export',
  summary: 'Writes a report on accounts as a table, which comes as a message.',
  input: z.object({ ...filterInput, date_range: z.string().default('') }),
  permission: inSystem('manage_system'),
  run: async (ctx, { date_range, ...filter }) => {
    // A filter that makes no sense is refused now rather than in the job.
    conditionsOf(filter, () => '$1');
    const waiting = await readJobs(ctx.db, { types: [TYPE], status: 'pending', limit: LOOKED_AT, offset: 0 });
    if (waiting.some((job) => job.data?.['requesting_user_id'] === ctx.actor.user_id)) throw userError('app.report.start_users_batch_export.job_exists', 'A report for you is being written already.');
    await startJob(ctx, TYPE, { requesting_user_id: ctx.actor.user_id, filter: JSON.stringify(filter), date_range });
  },
});
