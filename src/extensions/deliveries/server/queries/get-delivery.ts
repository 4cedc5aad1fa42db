import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { Delivery } from '../../wire/index.ts';
import { managesDelivery, needDelivery, showDeliveries } from '../deliveries.permissions.ts';

/** One call with its request and answer. */
export const getDelivery = query({
  name: 'get-delivery',
  summary: 'Get one call of an integration with its request and answer.',
  input: z.object({ delivery_id: fields.id() }),
  permission: managesDelivery,
  run: async (ctx, { delivery_id }): Promise<Delivery> => {
    const { payload: _payload, ...delivery } = await needDelivery(ctx, delivery_id);
    return (await showDeliveries(ctx, [delivery]))[0]!;
  },
});
