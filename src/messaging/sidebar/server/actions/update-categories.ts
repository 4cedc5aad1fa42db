import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeCategories, checkOwner } from '../change-categories.ts';
import { categoryBody, categoryId } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';

export const updateCategories = action({
  name: 'update-categories',
  summary: 'Changes several categories of a sidebar together, e.g. to move a channel between two.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), categories: z.array(categoryBody.extend({ id: categoryId() })).min(1).max(1_000) }),
  permission: ownSidebar,
  run: (ctx, { user_id, team_id, categories }) => {
    for (const category of categories) checkOwner(category, user_id, team_id);
    return changeCategories(ctx, user_id, team_id, categories);
  },
});
