import { z } from 'zod';
import { hasPermission, inSystem } from '#identity/roles/server/feature.ts';
import { anyOf, fields, query } from '#kernel/server/index.ts';
import { listBots as readBots } from '../bots.store.ts';

/** A page of the bots: of all owners, or one's own. */
export const listBots = query({
  name: 'list-bots',
  summary: 'List bots.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), include_deleted: fields.queryFlag(), only_orphaned: fields.queryFlag() }),
  permission: anyOf(inSystem('read_others_bots'), inSystem('read_bots')),
  run: async (ctx, { page, per_page, include_deleted, only_orphaned }) => {
    const owner_id = (await hasPermission(ctx, 'read_others_bots')) ? '' : ctx.actor.user_id;
    return readBots(ctx.db, { owner_id, include_deleted, only_orphaned }, page * per_page, per_page);
  },
});
