import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** `waiting`: will be sent, or sent again · `delivered` · `failed`: answered with a refusal · `dead`: given up after its last attempt · `refused`: not let in, or not sent, by this server. */
export type DeliveryStatus = 'waiting' | 'delivered' | 'failed' | 'dead' | 'refused';

export const delivery_statuses = ['waiting', 'delivered', 'failed', 'dead', 'refused'] as const satisfies readonly DeliveryStatus[];

/** `in`: somebody called this server · `out`: this server called somebody. */
export type DeliveryDirection = 'in' | 'out';

export type DeliveryRequest = {
  method: string;
  /** Without what is secret in it. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The body was longer than what is kept. */
  is_cut: boolean;
};

export type DeliveryAnswer = {
  /** 0: there was none. */
  status: number;
  body: string;
  is_cut: boolean;
};

/** One call of an integration, in either direction. */
export type Delivery = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  direction: DeliveryDirection;
  /** `incoming_webhook`, `outgoing_webhook`, `subscription`, `command`, `action`, `dialog`, … */
  kind: string;
  integration_id: Id;
  integration_name: string;
  owner_id: Id;
  team_id: Id;
  channel_id: Id;
  /** Deliveries of one integration and key are sent in their order. */
  key: string;
  status: DeliveryStatus;
  attempts: number;
  /** When it is tried again; 0 if it is not. */
  next_at: Timestamp;
  request: DeliveryRequest;
  answer: DeliveryAnswer;
  /** What went wrong, as a sentence; '' if nothing. */
  error: string;
  duration_ms: number;
  /** The message that it made. */
  post_id: Id;
  /** The delivery that this one repeats, or ''. */
  replay_of: Id;
  /** The texts are left out: the reader is not the owner and may not read the channel. */
  is_withheld?: boolean;
};

export type DeliveryList = {
  deliveries: Delivery[];
  /** Give it as `before` for the next page; '' at the end. */
  next: string;
};

/** What happened in one hour, by status. */
export type DeliveryCount = {
  /** The hour's begin in ms UTC. */
  hour: Timestamp;
  waiting: number;
  delivered: number;
  failed: number;
  dead: number;
  refused: number;
  /** 95 of 100 took at most so long. */
  p95_ms: number;
};

/** `ok` · `failing`: its last calls did not succeed · `silent`: it has been quiet for much longer than it used to be. */
export type IntegrationState = 'ok' | 'failing' | 'silent';

/** How an integration has done lately, from its calls. */
export type IntegrationHealth = {
  integration_id: Id;
  integration_name: string;
  kind: string;
  owner_id: Id;
  team_id: Id;
  state: IntegrationState;
  /** Calls of the last day, and how many of them did not succeed. */
  calls: number;
  failures: number;
  p95_ms: number;
  last_at: Timestamp;
  /** 0: never, within a week. */
  last_success_at: Timestamp;
  last_error: string;
};
