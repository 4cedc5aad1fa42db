import type { Actor } from '../context.ts';
import { newId } from '../ids.ts';
import { Connection } from './connection.ts';
import { frameText, frameTextWith, type Frame } from './frame.ts';

const KEEP_LOST_MS = 5 * 60_000;
// A client that reconnects without its id leaves a lost connection behind each time; the oldest then go first.
const MAX_LOST_OF_USER = 16;
const MAX_OPEN_OF_USER = 256;
// Under load frames of this many ms leave a connection in one write: a write costs far more than the bytes in it.
const GATHER_MS = 8;

/** Knows the connections of this node and which topics they follow, and hands frames to them. */
export class Hub {
  readonly #connections = new Map<string, Connection>();
  readonly #users = new Map<string, Set<Connection>>();
  readonly #topics = new Map<string, Set<Connection>>();
  #dirty: Connection[] = [];
  #flushed_at = 0;
  readonly #reaper: NodeJS.Timeout;

  constructor() {
    this.#reaper = setInterval(() => this.#reap(Date.now()), 60_000).unref();
  }

  /** A connection of this person; it follows `all`, `user:ID` and `role:NAME` of the system-wide roles at once. */
  open(actor: Actor): Connection {
    const connection = new Connection(newId(), actor);
    this.#connections.set(connection.id, connection);
    addTo(this.#users, actor.user_id, connection);
    this.#follow(connection, 'all');
    this.#follow(connection, `user:${actor.user_id}`);
    for (const role of actor.roles) this.#follow(connection, `role:${role}`);
    return connection;
  }

  /** Whether a person has as many connections as one may. */
  isFull(user_id: string): boolean {
    return this.countOpen(user_id) >= MAX_OPEN_OF_USER;
  }

  /** Ends what a person's clients have left behind, except for the latest. */
  forgetLost(user_id: string): void {
    const lost = [...(this.#users.get(user_id) ?? [])].filter((connection) => connection.lost_at > 0);
    for (const connection of lost.sort((a, b) => b.lost_at - a.lost_at).slice(MAX_LOST_OF_USER)) this.close(connection);
  }

  /** A client has come back, perhaps in another session and with other roles. */
  takeOver(connection: Connection, actor: Actor): void {
    for (const role of connection.actor.roles) this.#unfollow(connection, `role:${role}`);
    connection.actor = actor;
    for (const role of actor.roles) this.#follow(connection, `role:${role}`);
  }

  find(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  /** Ends a connection for good. */
  close(connection: Connection): void {
    if (!this.#connections.delete(connection.id)) return;
    removeFrom(this.#users, connection.actor.user_id, connection);
    for (const topic of connection.topics) removeFrom(this.#topics, topic, connection);
    connection.topics.clear();
    connection.close();
  }

  /** All connections of a person follow the topic from now on. */
  join(user_id: string, ...topics: string[]): void {
    for (const connection of this.#users.get(user_id) ?? []) for (const topic of topics) this.#follow(connection, topic);
  }

  /** All connections of a person act with these system-wide roles from now on. */
  setRoles(user_id: string, roles: readonly string[], is_guest: boolean): void {
    for (const connection of this.#users.get(user_id) ?? []) {
      for (const role of connection.actor.roles) if (!roles.includes(role)) this.#unfollow(connection, `role:${role}`);
      connection.actor = { ...connection.actor, roles, is_guest };
      for (const role of roles) this.#follow(connection, `role:${role}`);
    }
  }

  leave(user_id: string, ...topics: string[]): void {
    for (const connection of this.#users.get(user_id) ?? []) for (const topic of topics) this.#unfollow(connection, topic);
  }

  /** Ends the connections of a person, or of one of the person's sessions. */
  disconnect(user_id: string, session_id?: string): void {
    for (const connection of [...(this.#users.get(user_id) ?? [])]) if (!session_id || connection.actor.session_id === session_id) this.close(connection);
  }

  /** How many of a person's connections are open. */
  countOpen(user_id: string): number {
    let count = 0;
    for (const connection of this.#users.get(user_id) ?? []) if (connection.is_open) count++;
    return count;
  }

  /** Figures for the health page. */
  stats(): { connections: number; users: number; topics: number } {
    return { connections: this.#connections.size, users: this.#users.size, topics: this.#topics.size };
  }

  /** Hands a frame to everybody who follows one of its topics, each connection once. It is serialised once. */
  deliver(frame: Frame): void {
    let text: Buffer | undefined;
    let textWith: ReturnType<typeof frameTextWith> | undefined;
    for (const connection of this.#audience(frame)) {
      const more = ownFields(frame, connection);
      if (more) this.#push(connection, Buffer.from((textWith ??= frameTextWith(frame))(more)), frame);
      else this.#push(connection, (text ??= Buffer.from(frameText(frame))), frame);
    }
  }

  /** Greets a new connection: `hello` is number 0, what came for it meanwhile follows. */
  begin(connection: Connection, hello: Frame): void {
    connection.begin(Buffer.from(frameText(hello)));
  }

  closeAll(): void {
    clearInterval(this.#reaper);
    for (const connection of [...this.#connections.values()]) this.close(connection);
  }

  #audience(frame: Frame): Iterable<Connection> {
    const { connection_id, omit_connection_id, omit_users } = frame.broadcast ?? {};
    if (connection_id) return [this.#connections.get(connection_id)].filter((c) => c !== undefined);
    const first = this.#topics.get(frame.topics[0] ?? '') ?? [];
    if (frame.topics.length === 1 && !omit_connection_id && !omit_users && !frame.except_topics && !frame.only_topic) return first;
    const all = new Set(frame.topics.flatMap((topic) => [...(this.#topics.get(topic) ?? [])]));
    return [...all].filter((c) => c.id !== omit_connection_id && !omit_users?.[c.actor.user_id] && !frame.except_topics?.some((topic) => c.topics.has(topic)) && (!frame.only_topic || c.topics.has(frame.only_topic)));
  }

  #push(connection: Connection, text: Buffer, frame: Frame): void {
    if (!connection.push(text, frame.is_droppable === true)) {
      if (connection.is_hopeless) this.close(connection);
      return;
    }
    if (this.#dirty.push(connection) > 1) return;
    const wait_ms = this.#flushed_at + GATHER_MS - performance.now();
    if (wait_ms > 1) setTimeout(() => this.#flush(), wait_ms);
    else setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushed_at = performance.now();
    const dirty = this.#dirty;
    this.#dirty = [];
    for (const connection of dirty) connection.flush();
  }

  #follow(connection: Connection, topic: string): void {
    connection.topics.add(topic);
    addTo(this.#topics, topic, connection);
  }

  #unfollow(connection: Connection, topic: string): void {
    connection.topics.delete(topic);
    removeFrom(this.#topics, topic, connection);
  }

  #reap(now: number): void {
    for (const connection of this.#connections.values()) if (connection.lost_at && now - connection.lost_at > KEEP_LOST_MS) this.close(connection);
  }
}

// What stands in `data` for this connection only.
function ownFields(frame: Frame, { actor, is_acking }: Connection): object | undefined {
  const more = frame.for_users?.size ? frame.for_users.get(actor.user_id) : undefined;
  return is_acking && frame.shouldAck?.(actor.user_id) ? { ...more, should_ack: true } : more;
}

function addTo(map: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = map.get(key);
  if (set) set.add(connection);
  else map.set(key, new Set([connection]));
}

function removeFrom(map: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = map.get(key);
  if (set?.delete(connection) && !set.size) map.delete(key);
}
