import type { App } from '#kernel/server/index.ts';
import type { DeliveryStatus } from '../wire/index.ts';
import { deliveryUpdated } from './deliveries.events.ts';

const EVERY_MS = 500;

interface News {
  readonly id: string;
  readonly kind: string;
  readonly integration_id: string;
  readonly owner_id: string;
  readonly status: DeliveryStatus;
}

interface Pending {
  news: News;
  count: number;
}

const pending = new WeakMap<App, Map<string, Pending>>();

/** Tells the owners what is new in the ledger: at most two frames a second for each integration, each with the latest and how many there were. */
export function announce(app: App, rows: readonly News[]): void {
  for (const news of rows) {
    if (!news.owner_id) continue;
    const of_app = pending.get(app) ?? new Map<string, Pending>();
    pending.set(app, of_app);
    const known = of_app.get(news.integration_id);
    if (known) {
      known.news = news;
      known.count++;
      continue;
    }
    of_app.set(news.integration_id, { news, count: 1 });
    setTimeout(() => {
      const last = of_app.get(news.integration_id)!;
      of_app.delete(news.integration_id);
      const { id, kind, integration_id, owner_id, status } = last.news;
      app.publish(deliveryUpdated, { id, kind, integration_id, owner_id, status, count: last.count });
    }, EVERY_MS).unref();
  }
}
