import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { cancelJob } from './actions/cancel-job.ts';
import { createJob } from './actions/create-job.ts';
import { setJobStatus } from './actions/set-job-status.ts';
import { downloadJob } from './queries/download-job.ts';
import { getJob } from './queries/get-job.ts';
import { listJobs } from './queries/list-jobs.ts';
import { listJobsByType } from './queries/list-jobs-by-type.ts';

export const routes: Routes = {
  'GET /api/v4/jobs': listJobs,
  'POST /api/v4/jobs': route({ action: createJob, status: 201 }),
  'GET /api/v4/jobs/type/:job_type': listJobsByType,
  'GET /api/v4/jobs/:job_id': getJob,
  'POST /api/v4/jobs/:job_id/cancel': route({ action: cancelJob, answer: answerOk }),
  'PATCH /api/v4/jobs/:job_id/status': route({ action: setJobStatus, answer: answerOk }),
  'GET /api/v4/jobs/:job_id/download': route({
    action: downloadJob,
    answer: ({ name, size, bytes }, reply) => {
      reply.header('content-type', 'application/zip').header('content-length', size).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
      return bytes;
    },
  }),
};
