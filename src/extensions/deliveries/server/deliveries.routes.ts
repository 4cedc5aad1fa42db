import { route, type Routes } from '#kernel/server/index.ts';
import { replayDeliveries } from './actions/replay-deliveries.ts';
import { replayDelivery } from './actions/replay-delivery.ts';
import { countDeliveries } from './queries/count-deliveries.ts';
import { getDelivery } from './queries/get-delivery.ts';
import { listDeliveries } from './queries/list-deliveries.ts';
import { listIntegrationHealth } from './queries/list-integration-health.ts';

export const routes: Routes = {
  'GET /api/muster/v1/deliveries': listDeliveries,
  'GET /api/muster/v1/deliveries/counts': countDeliveries,
  'GET /api/muster/v1/deliveries/health': listIntegrationHealth,
  'POST /api/muster/v1/deliveries/replay': replayDeliveries,
  'GET /api/muster/v1/deliveries/:delivery_id': getDelivery,
  'POST /api/muster/v1/deliveries/:delivery_id/replay': route({ action: replayDelivery, status: 201 }),
};
