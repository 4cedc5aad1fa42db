import { query } from '#kernel/server/index.ts';
import { sidebarInput } from '../sidebar.fields.ts';
import { ownSidebar } from '../sidebar.permissions.ts';
import { readSidebar } from '../sidebar.store.ts';

export const getSidebar = query({
  name: 'get-sidebar',
  summary: "The categories of somebody's sidebar of a team, with their channels.",
  input: sidebarInput,
  permission: ownSidebar,
  run: (ctx, { user_id, team_id }) => readSidebar(ctx.db, user_id, team_id),
});
