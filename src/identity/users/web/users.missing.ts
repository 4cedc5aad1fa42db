import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

const IDS_PER_CALL = 200;
const GATHER_MS = 10;

/** Gathers keys that components miss and asks for them together, each only once. */
function makeGatherer(fetch: (keys: string[]) => Promise<User[]>) {
  const asked = new Set<string>();
  let waiting: string[] = [];
  let receive: (users: User[]) => void = () => undefined;
  const flush = (): void => {
    const keys = waiting;
    waiting = [];
    for (let i = 0; i < keys.length; i += IDS_PER_CALL) {
      const part = keys.slice(i, i + IDS_PER_CALL);
      fetch(part).then((users) => receive(users)).catch(() => part.forEach((key) => asked.delete(key)));
    }
  };
  return {
    want: (keys: string[]): void => {
      for (const key of keys) {
        if (!key || asked.has(key)) continue;
        asked.add(key);
        if (!waiting.length) setTimeout(flush, GATHER_MS);
        waiting.push(key);
      }
    },
    connect: (next: (users: User[]) => void): void => {
      receive = next;
    },
    forget: (): void => asked.clear(),
  };
}

const by_id = makeGatherer((ids) => api.post<User[]>('/api/v4/users/ids', ids));
const by_username = makeGatherer((names) => api.post<User[]>('/api/v4/users/usernames', names));

export function wantUsers(user_ids: Id[]): void {
  by_id.want(user_ids);
}

export function wantUsername(username: string): void {
  by_username.want([username]);
}

/** Says where fetched profiles go; done once at start. */
export function onFetched(receive: (users: User[]) => void): void {
  by_id.connect(receive);
  by_username.connect(receive);
}

export function forgetMissing(): void {
  by_id.forget();
  by_username.forget();
}
