import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './background-jobs.routes.ts';
import { settings } from './background-jobs.settings.ts';
import { activeUsers } from './active-users.ts';
import { extractContentJob } from './extract-content.ts';
import { jobTypes } from './job-types.ts';
import { removeOldBackgroundJobs, runBackgroundJob } from './run-job.ts';

export { readJobs, readLastSuccess } from './background-jobs.store.ts';
export { JOB_TYPES, jobTypes, type JobRun, type JobType } from './job-types.ts';
export { startJob } from './run-job.ts';

export const backgroundJobsFeature = defineFeature({
  name: 'background-jobs',
  area: 'governance',
  summary: 'Long work that administrators start and watch: exports, imports, clean-ups.',
  tables: ['background_jobs'],
  routes,
  settings,
  jobs: [runBackgroundJob, removeOldBackgroundJobs],
  contributes: [jobTypes.add(activeUsers), jobTypes.add(extractContentJob)],
});
