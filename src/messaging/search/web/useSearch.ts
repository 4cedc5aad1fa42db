import { useCallback, useEffect, useState } from 'react';
import { failureText } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { keepPosts } from '#messaging/posts/web/index.ts';
import type { PostList } from '#messaging/posts/wire/index.ts';
import { fetchPinned, fetchSaved, searchFiles, searchPosts } from './search.client.ts';

type Answer<T> = { readonly value: T | null; readonly failure: string; readonly retry: () => void };
type FoundPosts = { readonly ids: readonly Id[] | null; readonly failure: string; readonly retry: () => void };

export function usePostSearch(team_id: Id, terms: string): FoundPosts & { readonly matches: Record<Id, string[]> | null } {
  const { value, failure, retry } = useAnswer(useCallback(() => searchPosts(team_id, terms).then(keep), [team_id, terms]));
  return { ids: value?.order ?? null, matches: value?.matches ?? null, failure, retry };
}

export function useFileSearch(team_id: Id, terms: string): { readonly files: readonly FileInfo[] | null; readonly failure: string; readonly retry: () => void } {
  const { value, failure, retry } = useAnswer(useCallback(() => searchFiles(team_id, terms), [team_id, terms]));
  return { files: value ? (value.order ?? []).flatMap((id) => value.file_infos[id] ?? []) : null, failure, retry };
}

export function usePinned(channel_id: Id): FoundPosts {
  const { value, failure, retry } = useAnswer(useCallback(() => fetchPinned(channel_id).then(keep), [channel_id]));
  return { ids: value?.order ?? null, failure, retry };
}

export function useSaved(): FoundPosts {
  const { value, failure, retry } = useAnswer(useCallback(() => fetchSaved(0).then(keep), []));
  return { ids: value?.order ?? null, failure, retry };
}

// Results are posts like all others: what changes in them shows everywhere.
function keep<T extends PostList>(list: T): T {
  keepPosts(Object.values(list.posts ?? {}));
  return { ...list, order: list.order ?? [] };
}

function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let is_current = true;
    setValue(null);
    setFailure('');
    ask().then((answer) => is_current && setValue(answer), (error: unknown) => is_current && setFailure(failureText(error)));
    return () => void (is_current = false);
  }, [ask, attempt]);
  return { value, failure, retry: useCallback(() => setAttempt((now) => now + 1), []) };
}
