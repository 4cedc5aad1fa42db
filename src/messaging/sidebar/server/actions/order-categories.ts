import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { categoryOrderUpdated } from '../sidebar.events.ts';
import { categoryId } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';
import { ensureCategories, readSidebar, setOrder } from '../sidebar.store.ts';

export const orderCategories = action({
  name: 'order-categories',
  summary: 'Sets the order of the categories of a sidebar.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), order: z.array(categoryId()).max(1_000) }),
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id, order }) => {
    await ctx.db.tx(async (tx) => {
      await ensureCategories(tx, user_id, team_id);
      const known = (await readSidebar(tx, user_id, team_id)).order;
      if (known.length !== order.length || known.some((id) => !order.includes(id))) throw userError('app.channel.sidebar_categories.app_error', 'The order must name every category of the sidebar once.');
      await setOrder(tx, user_id, team_id, order);
    });
    ctx.emit(categoryOrderUpdated, { user_id, team_id, order });
    return order;
  },
});
