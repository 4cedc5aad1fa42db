import type { IncomingHttpHeaders } from 'node:http';
import { extensionPoint } from '#kernel/server/index.ts';
import type { IncomingWebhookRequest } from '../wire/index.ts';

/** A payload as a tool sent it. */
export interface ForeignPayload {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A tool whose payloads become messages. */
export interface IncomingVendor {
  /** The folder's name; a webhook can be set to take only its payloads. */
  readonly name: string;
  readonly title: string;
  /** The message of a payload, with a `key` and `status` where it is about something that goes on; undefined if it is not this vendor's. */
  read(payload: ForeignPayload): IncomingWebhookRequest | undefined;
  /** What a message that this vendor sends in Slack's form is about; undefined if it is not this vendor's. */
  refine?(payload: ForeignPayload): Pick<IncomingWebhookRequest, 'key' | 'status' | 'thread_key'> | undefined;
  /** Never guessed, only where a webhook is set to it. */
  readonly is_chosen?: boolean;
}

/** Tools whose payloads are understood. The first that knows a payload wins. */
export const incomingVendor = extensionPoint<IncomingVendor>('webhooks.incoming-vendor');
