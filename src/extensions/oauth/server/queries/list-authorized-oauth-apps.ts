import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { shownToAll } from '../oauth.permissions.ts';
import { listGranted } from '../oauth.store.ts';

export const listAuthorizedOAuthApps = query({
  name: 'list-authorized-oauth-apps',
  summary: 'List the apps that act for a person.',
  input: z.object({ user_id: fields.id(), page: fields.page(), per_page: fields.perPage() }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, { user_id, page, per_page }) => (await listGranted(ctx.db, user_id, per_page, page * per_page)).map(shownToAll),
});
