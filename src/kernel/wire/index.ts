/** 26 characters of the protocol's alphabet. */
export type Id = string;

/** Unix milliseconds UTC; 0 = unset. */
export type Timestamp = number;

/** Body of every refused request. */
export type AppErrorBody = {
  id: string;
  message: string;
  detailed_error: string;
  request_id?: string;
  status_code: number;
};

/** Answer of calls that have nothing else to say. */
export type StatusOK = { status: 'OK' };

/** Who a realtime frame was meant for. */
export type WebSocketBroadcast = {
  omit_users: Record<string, boolean> | null;
  user_id: string;
  channel_id: string;
  team_id: string;
  connection_id: string;
  omit_connection_id: string;
  contains_sanitized_data?: boolean;
  contains_sensitive_data?: boolean;
};

/** Frame from server to client; `seq` counts the events of one connection from 0 (hello). */
export type WebSocketEvent<TData = Record<string, unknown>> = {
  event: string;
  data: TData;
  broadcast: WebSocketBroadcast;
  seq: number;
};

/** Frame from client to server; `seq` starts at 1. */
export type WebSocketRequest<TData = Record<string, unknown>> = {
  action: string;
  seq: number;
  data?: TData | null;
};

/** Answer to a client frame; answers are not counted in the sequence of events. */
export type WebSocketReply<TData = Record<string, unknown>> = {
  status: 'OK' | 'FAIL';
  seq_reply: number;
  data?: TData;
  error?: AppErrorBody;
};

/** All values are strings, also numbers and booleans. */
export type ClientConfig = Record<string, string>;
export type ClientLicense = Record<string, string>;

/** Events that belong to no feature. */
export type KernelEvents = {
  hello: { server_version: string; connection_id: string; server_hostname?: string };
  config_changed: { config: ClientConfig };
  license_changed: { license: ClientLicense };
};

/**
 * A value that travels as a JSON text inside the event's data, e.g. `posted.data.post`.
 * The type parameter only tells what `JSON.parse` gives.
 */
export type JsonText<T> = string & { readonly __json?: T };

/** Booleans of notify_props, preferences and client config. */
export type BooleanText = 'true' | 'false';
