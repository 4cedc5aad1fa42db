import { z } from 'zod';
import { action, fields, invalidBody, newId } from '#kernel/server/index.ts';
import type { SidebarCategory } from '../../wire/index.ts';
import { checkOwner, ownChannels } from '../change-categories.ts';
import { categoryCreated } from '../sidebar.events.ts';
import { categoryBody } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';
import { orderWith, sortOrderAt } from '../sidebar.rules.ts';
import { ensureCategories, insertCategory, readSidebar, setChannels, setOrder } from '../sidebar.store.ts';

export const createCategory = action({
  name: 'create-category',
  summary: "Makes a category in somebody's sidebar of a team.",
  input: z.object({ user_id: fields.id(), team_id: fields.id(), category: categoryBody }),
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id, category }): Promise<SidebarCategory> => {
    checkOwner(category, user_id, team_id);
    if (!category.display_name) throw invalidBody('category', 'A category needs a display_name.');
    const isOwn = await ownChannels(ctx, user_id);
    const made = { ...category, id: newId(ctx.now), user_id, team_id, type: 'custom', sort_order: 0, channel_ids: category.channel_ids.filter(isOwn) } as const;
    const order = await ctx.db.tx(async (tx) => {
      await ensureCategories(tx, user_id, team_id);
      const { categories } = await readSidebar(tx, user_id, team_id);
      const ids = orderWith(categories, made.id);
      await insertCategory(tx, made);
      await setChannels(tx, made);
      await setOrder(tx, user_id, team_id, ids);
      return ids;
    });
    ctx.emit(categoryCreated, { user_id, team_id, category_id: made.id });
    return { ...made, sort_order: sortOrderAt(order.indexOf(made.id)) };
  },
});
