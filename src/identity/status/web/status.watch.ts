import type { Id } from '#kernel/wire/index.ts';

// Who is on the screen now, and how often. Others' presence comes by asking, the server sends only one's own.
const watched = new Map<Id, number>();
let ask: (user_ids: Id[]) => void = () => undefined;
let fresh: Id[] = [];

/** Counts an interest in a person's presence until the returned function is called. */
export function wantStatus(user_id: Id): () => void {
  if (!user_id) return () => undefined;
  const count = watched.get(user_id) ?? 0;
  watched.set(user_id, count + 1);
  if (count === 0) {
    fresh.push(user_id);
    if (fresh.length === 1) setTimeout(askFresh, 20);
  }
  return () => {
    const left = (watched.get(user_id) ?? 1) - 1;
    if (left > 0) watched.set(user_id, left);
    else watched.delete(user_id);
  };
}

export function watchedUsers(): Id[] {
  return [...watched.keys()];
}

/** Says how statuses are fetched; the client does once at start. */
export function onWanted(fetch: (user_ids: Id[]) => void): void {
  ask = fetch;
}

function askFresh(): void {
  const user_ids = fresh;
  fresh = [];
  ask(user_ids);
}
