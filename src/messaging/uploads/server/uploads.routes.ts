import { route, type Routes } from '#kernel/server/index.ts';
import { createUpload } from './actions/create-upload.ts';
import { uploadData } from './actions/upload-data.ts';
import { getUpload } from './queries/get-upload.ts';
import { listUploads } from './queries/list-uploads.ts';

export const routes: Routes = {
  'POST /api/v4/uploads': route({ action: createUpload, status: 201 }),
  'GET /api/v4/uploads/:upload_id': getUpload,
  'POST /api/v4/uploads/:upload_id': route({
    action: uploadData,
    is_streamed: true,
    read: (request) => ({ upload_id: request.params['upload_id'], request: request.raw }),
    answer: (info, reply) => {
      reply.code(info ? 201 : 204);
      return info ?? '';
    },
  }),
  'GET /api/v4/users/:user_id/uploads': listUploads,
};
