import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { startUserExport } from './actions/start-user-export.ts';
import { countUserReports } from './queries/count-user-reports.ts';
import { listPostReports } from './queries/list-post-reports.ts';
import { listUserReports } from './queries/list-user-reports.ts';

export const routes: Routes = {
  'POST /api/v4/reports/users/export': route({ action: startUserExport, answer: answerOk }),
  'POST /api/v4/reports/posts': listPostReports,
  'GET /api/v4/reports/users': listUserReports,
  'GET /api/v4/reports/users/count': route({
    action: countUserReports,
    // A bare number is no body that the server would send as JSON by itself.
    answer: (count: number, reply) => {
      reply.type('application/json');
      return String(count);
    },
  }),
};
