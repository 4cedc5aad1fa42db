import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { categoryId } from '../sidebar.fields.ts';
import { missingCategory, ownSidebar } from '../sidebar.permissions.ts';
import { readSidebar } from '../sidebar.store.ts';

export const getCategory = query({
  name: 'get-category',
  summary: 'One category of a sidebar.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), category_id: categoryId() }),
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id, category_id }) => {
    const category = (await readSidebar(ctx.db, user_id, team_id)).categories.find((c) => c.id === category_id);
    if (!category) throw missingCategory(ctx);
    return category;
  },
});
