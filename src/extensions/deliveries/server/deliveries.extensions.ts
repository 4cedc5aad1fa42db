import { extensionPoint, type Ctx, type OutsideAnswer } from '#kernel/server/index.ts';
import type { DeliveryRow } from './deliveries.store.ts';

/** A call as it leaves: with the secrets that its row does not have. */
export interface OutgoingCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Keys for the signature headers (`whsec_…` or any text); none: unsigned. */
  readonly secrets?: readonly string[];
  /** The address was set by an administrator: private networks are allowed. */
  readonly is_trusted?: boolean;
}

/** Why a delivery is not made: a sentence for the ledger. */
export interface NotSent {
  readonly refused: string;
}

/** How deliveries of one kind are made, tried again and replayed. */
export interface DeliveryKind {
  readonly kind: string;
  /** Of a call that goes out: made anew at each attempt, so that a new address or secret is in force at once. */
  call?(ctx: Ctx, delivery: DeliveryRow): Promise<OutgoingCall | NotSent>;
  /** Its good answer has come; runs again if the server died meanwhile. Returns the message that it made. */
  answered?(ctx: Ctx, delivery: DeliveryRow, answer: OutsideAnswer): Promise<{ readonly post_id?: string } | void>;
  /** Takes in again what came in: `delivery.request` as it was kept. An error for the caller (`userError`) counts as refused. */
  receive?(ctx: Ctx, delivery: DeliveryRow): Promise<{ readonly post_id?: string } | void>;
}

/** Filled by what makes or takes calls that are queued or replayed. */
export const deliveryKind = extensionPoint<DeliveryKind>('deliveries.kind');
