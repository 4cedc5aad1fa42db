import { answerOk, readFormFile, route, type Routes } from '#kernel/server/index.ts';
import { removeBrandImage } from './actions/remove-brand-image.ts';
import { setBrandImage } from './actions/set-brand-image.ts';
import { MAX_BRAND_BYTES } from './brand-image.ts';
import { getBrandImage } from './queries/get-brand-image.ts';

export const routes: Routes = {
  'GET /api/v4/brand/image': route({
    action: getBrandImage,
    answer: ({ size, bytes }, reply) => {
      reply.headers({ 'content-type': 'image/png', 'content-length': size, 'cache-control': 'no-cache' });
      return bytes;
    },
  }),
  'POST /api/v4/brand/image': route({ action: setBrandImage, is_streamed: true, status: 201, read: async (request) => ({ file: await readFormFile(request, 'image', MAX_BRAND_BYTES) }), answer: answerOk }),
  'DELETE /api/v4/brand/image': route({ action: removeBrandImage, answer: answerOk }),
};
