import { query } from '#kernel/server/index.ts';
import { sidebarInput } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';
import { readSidebar } from '../sidebar.store.ts';

export const getSidebarOrder = query({
  name: 'get-sidebar-order',
  summary: 'The order of the categories of a sidebar.',
  input: sidebarInput,
  permission: ownSidebar,
  run: async (ctx, { user_id, team_id }) => (await readSidebar(ctx.db, user_id, team_id)).order,
});
