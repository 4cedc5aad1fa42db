/** The body of every refused call. Clients branch on `id`. */
export interface AppErrorBody {
  readonly id: string;
  readonly message: string;
  readonly detailed_error: string;
  readonly request_id: string;
  readonly status_code: number;
}

/** Who an event is for, as the protocol tells it to clients. */
export interface Broadcast {
  readonly omit_users: Readonly<Record<string, boolean>> | null;
  readonly user_id: string;
  readonly channel_id: string;
  readonly team_id: string;
  readonly connection_id: string;
  readonly omit_connection_id: string;
}

/** An event on the WebSocket. `seq` counts from 0 on each connection. */
export interface WebSocketEvent<T = Record<string, unknown>> {
  readonly event: string;
  readonly data: T;
  readonly broadcast: Broadcast;
  readonly seq: number;
}

/** The answer to a client's own request on the WebSocket. */
export interface WebSocketReply<T = Record<string, unknown>> {
  readonly status: 'OK' | 'FAIL';
  readonly seq_reply: number;
  readonly data?: T;
  readonly error?: AppErrorBody;
}

/** What most writes answer. */
export interface StatusOK {
  readonly status: 'OK';
}
