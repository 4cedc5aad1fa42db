import type { IncomingHttpHeaders } from 'node:http';
import { extensionPoint } from '#kernel/server/index.ts';
import type { IncomingWebhookRequest } from '../wire/index.ts';

/** A payload as a tool sent it, which is not in the form of the protocol. */
export interface ForeignPayload {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Turns the payload of a vendor into a message; undefined if it is not that vendor's. The first that knows it wins. */
export const incomingPayload = extensionPoint<(payload: ForeignPayload) => IncomingWebhookRequest | undefined>('webhooks.incoming-payload');
