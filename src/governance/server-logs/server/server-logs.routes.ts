import { route, type Routes } from '#kernel/server/index.ts';
import { downloadLogs } from './queries/download-logs.ts';
import { listLogs } from './queries/list-logs.ts';
import { queryLogs } from './queries/query-logs.ts';

export const routes: Routes = {
  'GET /api/v4/logs': listLogs,
  'POST /api/v4/logs/query': queryLogs,
  'GET /api/v4/logs/download': route({
    action: downloadLogs,
    answer: ({ bytes, size }, reply) => {
      reply.headers({ 'content-type': 'text/plain', 'content-length': size, 'content-disposition': 'attachment; filename="muster.log"', 'cache-control': 'no-store' });
      return bytes;
    },
  }),
};
