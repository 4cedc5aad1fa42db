import { route, type Routes } from '#kernel/server/index.ts';
import { getSupportPacket } from './queries/get-support-packet.ts';

export const routes: Routes = {
  'GET /api/v4/system/support_packet': route({
    action: getSupportPacket,
    answer: ({ name, bytes }, reply) => {
      reply.headers({ 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' });
      return bytes;
    },
  }),
};
