import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { mayManage } from '../webhooks.permissions.ts';
import { countIncomingWebhooks, listIncomingWebhooks as readWebhooks } from '../webhooks.store.ts';

/** Incoming webhooks of a team or of all: everybody's for who may manage those, else one's own. */
export const listIncomingWebhooks = query({
  name: 'list-incoming-webhooks',
  summary: 'List incoming webhooks of a team or of all teams.',
  input: z.object({ team_id: fields.optionalId(), page: fields.page(), per_page: fields.perPage(), include_total_count: fields.queryFlag() }),
  permission: { scope: 'team', ids: ['manage_own_incoming_webhooks'], check: (ctx, { team_id }) => mayManage(ctx, team_id, 'own') },
  run: async (ctx, i) => {
    const of = { team_id: i.team_id, user_id: (await mayManage(ctx, i.team_id, 'others')) ? '' : ctx.actor.user_id };
    const incoming_webhooks = await readWebhooks(ctx.db, of, { limit: i.per_page, offset: i.page * i.per_page });
    return i.include_total_count ? { incoming_webhooks, total_count: await countIncomingWebhooks(ctx.db, of) } : incoming_webhooks;
  },
});
