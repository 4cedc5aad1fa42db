import { z } from 'zod';
import { anyone, query, userError } from '#kernel/server/index.ts';
import { BRAND_PATH } from '../brand-image.ts';

export const getBrandImage = query({
  name: 'get-brand-image',
  summary: 'The picture of the log-in page.',
  input: z.object({}),
  permission: anyone('it is shown before log-in'),
  run: async (ctx) => {
    const size = await ctx.app.files.size(BRAND_PATH);
    if (size === undefined) throw userError('api.admin.get_brand_image.storage.app_error', 'There is no picture.', 404);
    return { size, bytes: ctx.app.files.read(BRAND_PATH) };
  },
});
