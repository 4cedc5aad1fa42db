import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import type { Subscription } from '../../wire/index.ts';
import { shown } from '../subscription-fields.ts';
import { getSubscriptions } from '../subscriptions.cache.ts';
import { isManagedBy } from '../subscriptions.permissions.ts';

/** The subscriptions that the caller may manage. */
export const listSubscriptions = query({
  name: 'list-subscriptions',
  summary: 'List the subscriptions that one may manage, of a team or of all.',
  input: z.object({ team_id: fields.optionalId(), page: fields.page(), per_page: fields.perPage() }),
  permission: signedIn('it shows only what the caller may manage'),
  run: async (ctx, { team_id, page, per_page }): Promise<Subscription[]> => {
    const found: Subscription[] = [];
    for (const row of (await getSubscriptions(ctx.app)).by_id.values()) if ((!team_id || row.team_id === team_id) && (await isManagedBy(ctx, row))) found.push(shown(row));
    return found.slice(page * per_page, (page + 1) * per_page);
  },
});
