import type { Logger } from 'pino';

/** Carries messages between the parts of one node and, in a cluster, between nodes. */
export interface Bus {
  /** Messages must survive JSON. Delivery is at most once and in order for each sender. */
  publish<T>(subject: string, message: T): void;
  subscribe<T>(subject: string, handler: (message: T) => void): () => void;
}

/** The bus of a single node: handlers run at once, in the publisher's turn. */
export function createLocalBus(log: Logger): Bus {
  const handlers = new Map<string, Set<(message: any) => void>>();
  return {
    publish: (subject, message) => {
      for (const handler of handlers.get(subject) ?? []) {
        try {
          handler(message);
        } catch (error) {
          log.error({ subject, error }, 'a handler of the bus failed');
        }
      }
    },
    subscribe: (subject, handler) => {
      const set = handlers.get(subject) ?? new Set();
      handlers.set(subject, set.add(handler));
      return () => void set.delete(handler);
    },
  };
}
