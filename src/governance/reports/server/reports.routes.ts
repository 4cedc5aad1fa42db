import { route, type Routes } from '#kernel/server/index.ts';
import { countUserReports } from './queries/count-user-reports.ts';
import { listUserReports } from './queries/list-user-reports.ts';

export const routes: Routes = {
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
