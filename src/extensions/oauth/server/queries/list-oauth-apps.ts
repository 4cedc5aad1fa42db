import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { registersApps, shownToOwner } from '../oauth.permissions.ts';
import { listApps } from '../oauth.store.ts';

export const listOAuthApps = query({
  name: 'list-oauth-apps',
  summary: 'List the apps that one may manage.',
  input: z.object({ page: fields.page(), per_page: fields.perPage() }),
  permission: registersApps,
  run: async (ctx, { page, per_page }) => {
    const whose = (await hasPermission(ctx, 'manage_system_wide_oauth')) ? '' : ctx.actor.user_id;
    return (await listApps(ctx.db, whose, per_page, page * per_page)).map((app) => shownToOwner(ctx, app));
  },
});
