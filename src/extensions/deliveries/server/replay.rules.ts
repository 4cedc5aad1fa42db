import type { App } from '#kernel/server/index.ts';
import { deliveryKind } from './deliveries.extensions.ts';
import type { Replayable } from './replay.store.ts';

/** The kinds whose calls can be made again, by direction. */
export function replayable(app: App): Replayable {
  const kinds = app.all(deliveryKind);
  return { in: kinds.flatMap((k) => (k.receive ? k.kind : [])), out: kinds.flatMap((k) => (k.call ? k.kind : [])) };
}
