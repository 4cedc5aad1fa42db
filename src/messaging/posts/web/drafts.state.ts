import { create } from 'zustand';
import { myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { PostPriority } from '#messaging/posts/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';

/** What stands in a composer: it survives leaving the channel and loading the page anew. */
export type Draft = {
  readonly message: string;
  readonly files: readonly FileInfo[];
  readonly priority?: PostPriority | null;
  /** When it was written last, in ms. */
  readonly update_at?: number;
  /** What the server has of it, in the words of who keeps them in step. */
  readonly synced?: string;
};

type DraftsState = { readonly by_key: Readonly<Record<string, Draft>> };

const empty: Draft = { message: '', files: [] };
const PREFIX = 'muster.draft.';

/** Drafts of the person at this page, by `draftKey`. */
export const draftsState = create<DraftsState>(() => ({ by_key: {} }));

export function draftKey(channel_id: Id, root_id: Id): string {
  return root_id ? `${channel_id}.${root_id}` : channel_id;
}

export function useDraft(key: string): Draft {
  return draftsState((state) => state.by_key[key] ?? empty);
}

export function getDraft(key: string): Draft {
  return draftsState.getState().by_key[key] ?? empty;
}

/** True while an unsent text or file waits in the channel's composer. */
export function useHasDraft(channel_id: Id): boolean {
  return draftsState((state) => channel_id in state.by_key);
}

/** Keeps the draft at once, here and in the browser's store. An empty one is forgotten. */
export function saveDraft(key: string, change: Partial<Draft>): void {
  const next = { ...getDraft(key), update_at: Date.now(), ...change };
  const is_empty = !next.message && !next.files.length && !next.priority;
  draftsState.setState(({ by_key }) => {
    const { [key]: _old, ...rest } = by_key;
    return { by_key: is_empty ? rest : { ...rest, [key]: next } };
  });
  const name = `${PREFIX}${myUserId()}.${key}`;
  try {
    if (is_empty) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(next));
  } catch {
    // A full or forbidden store: the draft lives as long as this page.
  }
}

/** Reads the drafts that this browser kept for the person. */
export function loadDrafts(): void {
  const prefix = `${PREFIX}${myUserId()}.`;
  const by_key: Record<string, Draft> = {};
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
    const draft = readDraft(localStorage.getItem(name));
    if (draft) by_key[name.slice(prefix.length)] = draft;
  }
  draftsState.setState({ by_key });
}

export function forgetDrafts(): void {
  draftsState.setState({ by_key: {} });
}

function readDraft(text: string | null): Draft | undefined {
  try {
    const value = JSON.parse(text ?? '') as Partial<Draft>;
    return { message: String(value.message ?? ''), files: Array.isArray(value.files) ? value.files : [], priority: value.priority ?? null, update_at: Number(value.update_at) || 0, ...(value.synced && { synced: String(value.synced) }) };
  } catch {
    return undefined;
  }
}
