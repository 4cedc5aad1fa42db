import { useEffect } from 'react';
import { create } from 'zustand';
import type { Group } from '#identity/groups/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

type State = {
  /** By the name of a mention; null: there is no such group. */
  by_name: Record<string, Group | null>;
  /** Those that the reader is in. */
  mine: ReadonlySet<Id>;
};

export const groupsStore = create<State>(() => ({ by_name: {}, mine: new Set() }));

let wanted = new Set<string>();

export function receiveGroups(groups: readonly Group[]): void {
  groupsStore.setState(({ by_name }) => {
    const next = { ...by_name };
    for (const group of groups) {
      // A group that was renamed is found by its new name only.
      for (const [name, known] of Object.entries(next)) if (known?.id === group.id && name !== group.name) next[name] = null;
      if (group.name) next[group.name] = group.delete_at ? null : { ...next[group.name], ...group };
    }
    return { by_name: next };
  });
}

export function receiveMyGroups(groups: readonly Group[]): void {
  receiveGroups(groups);
  groupsStore.setState({ mine: new Set(groups.map((group) => group.id)) });
}

export function forgetGroups(): void {
  wanted = new Set();
  groupsStore.setState({ by_name: {}, mine: new Set() });
}

/** The group that a mention means, looked up once; undefined where there is none, '' asks for nothing. */
export function useGroupByName(name: string): Group | undefined {
  const key = name.toLowerCase();
  useEffect(() => wantGroup(key), [key]);
  return groupsStore((state) => state.by_name[key]) ?? undefined;
}

/** Names under which the reader is called as a member of groups. */
export function useMyGroupNames(): string {
  return groupsStore(({ by_name, mine }) => Object.values(by_name).flatMap((group) => (group?.name && mine.has(group.id) ? group.name : [])).sort().join(','));
}

/** The same, at this moment. */
export function myGroupNames(): string[] {
  const { by_name, mine } = groupsStore.getState();
  return Object.values(by_name).flatMap((group) => (group?.name && mine.has(group.id) ? group.name : []));
}

function wantGroup(name: string): void {
  if (!/^[a-z0-9._-]{1,64}$/.test(name) || name in groupsStore.getState().by_name || wanted.has(name)) return;
  if (!wanted.size) setTimeout(fetchWanted, 20);
  wanted.add(name);
}

function fetchWanted(): void {
  const names = [...wanted];
  if (!names.length) return;
  api.post<Group[]>('/api/v4/groups/names', names).then(
    (groups) => {
      groupsStore.setState(({ by_name }) => ({ by_name: { ...Object.fromEntries(names.map((name) => [name, null])), ...by_name } }));
      receiveGroups(groups);
      wanted = new Set();
    },
    () => {
      wanted = new Set();
    },
  );
}
