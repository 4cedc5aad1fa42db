import type { Broadcast } from '../../wire/index.ts';

/** One message of the WebSocket protocol and who gets it. */
export interface Frame {
  /** The protocol's name, e.g. `posted`. */
  readonly event: string;
  readonly data: object;
  /** Who gets it: everybody who follows one of these topics (`user:ID`, `channel:ID`, …, `all`). */
  readonly topics: readonly string[];
  /** What the protocol's `broadcast` says of it; unset fields are filled in. */
  readonly broadcast?: Partial<Broadcast>;
  /** Followers of these topics do not get it. */
  readonly except_topics?: readonly string[];
  /** More fields of `data` for some people: user id → fields. */
  readonly for_users?: ReadonlyMap<string, object>;
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
export function frameText(frame: Frame, more?: object): string {
  const b = frame.broadcast ?? {};
  const broadcast: Broadcast = {
    omit_users: b.omit_users ?? null,
    user_id: b.user_id ?? '',
    channel_id: b.channel_id ?? '',
    team_id: b.team_id ?? '',
    connection_id: b.connection_id ?? '',
    omit_connection_id: b.omit_connection_id ?? '',
  };
  const data = more ? { ...frame.data, ...more } : frame.data;
  return `{"event":${JSON.stringify(frame.event)},"data":${JSON.stringify(data)},"broadcast":${JSON.stringify(broadcast)},"seq":`;
}
