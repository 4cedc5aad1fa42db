import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { DeliveryStatus } from '../wire/index.ts';

/** Calls of an integration were made or have ended: the latest of them, and how many. */
export const deliveryUpdated = defineEvent<{ id: string; kind: string; integration_id: string; owner_id: string; status: DeliveryStatus; count: number }>('delivery.updated');

export const frames = [framesOf(deliveryUpdated, ({ owner_id, ...data }) => ({ event: 'muster_delivery_updated', data, ...toUser(owner_id), is_droppable: true }))];
