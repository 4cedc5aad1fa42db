import type { WebSocketBroadcast } from '../../wire/index.ts';

/** One message of the WebSocket protocol and who gets it. */
export interface Frame {
  /** The protocol's name, e.g. `posted`. */
  readonly event: string;
  readonly data: object;
  /** Who gets it: everybody who follows one of these topics (`user:ID`, `channel:ID`, …, `all`). */
  readonly topics: readonly string[];
  /** What the protocol's `broadcast` says of it; unset fields are filled in. */
  readonly broadcast?: Partial<WebSocketBroadcast>;
  /** Followers of these topics do not get it. */
  readonly except_topics?: readonly string[];
  /** Of its audience, only followers of this topic too get it. */
  readonly only_topic?: string;
  /** More fields of `data` for some people, by user id; a Map will do. They must not repeat a field of `data`. */
  readonly for_users?: { readonly size: number; get(user_id: string): object | undefined };
  /** Whose client shall say that it has notified of it, if it can; it then gets `should_ack`. */
  shouldAck?(user_id: string): boolean;
  /** May be dropped for a connection that lags (typing, presence). */
  readonly is_droppable?: boolean;
}

/** Audience: all connections of one person. */
export function toUser(user_id: string): Pick<Frame, 'topics' | 'broadcast'> {
  return { topics: [`user:${user_id}`], broadcast: { user_id } };
}

/** Audience: every connection. */
export function toAll(): Pick<Frame, 'topics' | 'broadcast'> {
  return { topics: ['all'], broadcast: {} };
}

/** The frame's text up to its sequence number, which each connection adds for itself. */
export function frameText(frame: Frame): string {
  return headOf(frame) + restOf(frame);
}

/** The same for several people, whose `data` has more fields: the common part is serialised once. */
export function frameTextWith(frame: Frame): (more: object) => string {
  const head = headOf(frame);
  const rest = restOf(frame);
  const comma = rest.startsWith('}') ? '' : ',';
  return (more) => head + JSON.stringify(more).slice(1, -1) + comma + rest;
}

function headOf(frame: Frame): string {
  return `{"event":${JSON.stringify(frame.event)},"data":{`;
}

function restOf(frame: Frame): string {
  const b = frame.broadcast ?? {};
  const broadcast: WebSocketBroadcast = {
    omit_users: b.omit_users ?? null,
    user_id: b.user_id ?? '',
    channel_id: b.channel_id ?? '',
    team_id: b.team_id ?? '',
    connection_id: b.connection_id ?? '',
    omit_connection_id: b.omit_connection_id ?? '',
    contains_sanitized_data: b.contains_sanitized_data,
    contains_sensitive_data: b.contains_sensitive_data,
  };
  return `${JSON.stringify(frame.data).slice(1)},"broadcast":${JSON.stringify(broadcast)},"seq":`;
}
