import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import type { Delivery, DeliveryList } from '../../wire/index.ts';
import { showDeliveries, sightOf } from '../deliveries.permissions.ts';
import { DELIVERY_COLUMNS } from '../deliveries.store.ts';
import { flushDeliveries } from '../recorder.ts';
import { FILTER, filterFields, filterParams } from './filter.ts';

/** The calls of integrations, the newest first. */
export const listDeliveries = query({
  name: 'list-deliveries',
  summary: 'List the calls of integrations in either direction: one\'s own, and those of teams that one administers.',
  input: z.object({ ...filterFields, before: fields.optionalId(), per_page: fields.perPage() }),
  permission: signedIn('it shows only what the caller owns or administers'),
  run: async (ctx, i): Promise<DeliveryList> => {
    await flushDeliveries(ctx.app);
    const rows = await ctx.db.slow.rows<Delivery>(
      `SELECT ${DELIVERY_COLUMNS} FROM deliveries WHERE ${FILTER} AND ($14 = '' OR id < $14) ORDER BY id DESC LIMIT $15`,
      [...filterParams(await sightOf(ctx), i), i.before, i.per_page + 1],
    );
    const page = rows.slice(0, i.per_page);
    return { deliveries: await showDeliveries(ctx, page), next: rows.length > page.length ? (page.at(-1)?.id ?? '') : '' };
  },
});
