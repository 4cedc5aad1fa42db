import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { categoryDeleted } from '../sidebar.events.ts';
import { categoryId } from '../sidebar.fields.ts';
import { missingCategory, ownSidebar } from '../sidebar.permissions.ts';
import { deleteCategory as remove, ensureCategories, readSidebar } from '../sidebar.store.ts';

export const deleteCategory = action({
  name: 'delete-category',
  summary: 'Removes a category of a sidebar; its channels are in the default ones again.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), category_id: categoryId() }),
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id, category_id }) => {
    await ctx.db.tx(async (tx) => {
      await ensureCategories(tx, user_id, team_id);
      const category = (await readSidebar(tx, user_id, team_id)).categories.find((c) => c.id === category_id);
      if (!category) throw missingCategory(ctx);
      if (category.type !== 'custom') throw userError('app.channel.sidebar_categories.app_error', 'The categories that everybody has cannot be removed.');
      await remove(tx, user_id, team_id, category_id);
    });
    ctx.emit(categoryDeleted, { user_id, team_id, category_id });
  },
});
