import { z } from 'zod';
import { action, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { BRAND_PATH } from '../brand-image.ts';

export const removeBrandImage = action({
  name: 'remove-brand-image',
  summary: 'Removes the picture of the log-in page.',
  input: z.object({}),
  permission: inSystem('edit_brand'),
  run: async (ctx) => {
    if ((await ctx.app.files.size(BRAND_PATH)) === undefined) throw userError('api.admin.delete_brand_image.storage.not_found', 'There is no picture to remove.', 404);
    await ctx.app.files.remove(BRAND_PATH);
  },
});
