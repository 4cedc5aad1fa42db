import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../../wire/index.ts';
import { getHooks } from '../outgoing-webhooks.cache.ts';
import { mayManage, OWN } from '../outgoing-webhooks.permissions.ts';

/** Outgoing webhooks of a channel, of a team or of all: everybody's for who may manage those, else one's own. */
export const listOutgoingWebhooks = query({
  name: 'list-outgoing-webhooks',
  summary: 'List outgoing webhooks of a channel, of a team or of all teams.',
  input: z.object({ team_id: fields.optionalId(), channel_id: fields.optionalId(), page: fields.page(), per_page: fields.perPage() }),
  permission: { scope: 'team', ids: [OWN], check: (ctx, i) => mayManage(ctx, i, 'own') },
  run: async (ctx, i): Promise<OutgoingWebhook[]> => {
    const isAll = await mayManage(ctx, i, 'others');
    const found = [...(await getHooks(ctx.app)).by_id.values()].filter((hook) => (!i.team_id || hook.team_id === i.team_id) && (!i.channel_id || hook.channel_id === i.channel_id) && (isAll || hook.creator_id === ctx.actor.user_id));
    return found.slice(i.page * i.per_page, (i.page + 1) * i.per_page);
  },
});
