import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeCategories, checkOwner } from '../change-categories.ts';
import { categoryBody, categoryId } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';

export const updateCategory = action({
  name: 'update-category',
  summary: 'Changes a category of a sidebar and which channels are in it.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), category_id: categoryId(), category: categoryBody }),
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id, category_id, category }) => {
    checkOwner(category, user_id, team_id);
    const [changed] = await changeCategories(ctx, user_id, team_id, [{ ...category, id: category_id }]);
    return changed!;
  },
});
