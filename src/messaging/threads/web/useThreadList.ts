import { useCallback, useEffect, useMemo, useState } from 'react';
import { failureText } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { postsState } from '#messaging/posts/web/index.ts';
import { fetchThreads, THREADS_PAGE } from './threads.client.ts';
import { addThreads, setTotals } from './threads.rules.ts';
import { changeThreads, keepRoots, teamsOfThread, threadsState } from './threads.state.ts';

export type ThreadList = { readonly ids: readonly Id[]; readonly is_complete: boolean; readonly failure: string; readonly more: () => void };

/** The threads of a list, kept in order while replies come in. A thread that was unread when the list was opened stays in it. */
export function useThreadList(team_id: Id, is_unread_only: boolean): ThreadList {
  const by_id = threadsState((state) => state.by_id);
  const generation = threadsState((state) => state.generation);
  const posts = postsState((state) => state.posts);
  const [listed, setListed] = useState<readonly Id[]>([]);
  const [is_complete, setComplete] = useState(false);
  const [failure, setFailure] = useState('');
  const load = useCallback(async (before?: Id) => {
    setFailure('');
    try {
      const answer = await fetchThreads(team_id, { unread: is_unread_only, ...(before ? { before } : {}) });
      const threads = answer.threads ?? [];
      keepRoots(threads);
      changeThreads((data) => setTotals(addThreads(data, threads), team_id, answer));
      setListed((ids) => [...new Set([...ids, ...threads.map((thread) => thread.id)])]);
      setComplete(threads.length < THREADS_PAGE);
    } catch (error) {
      setFailure(failureText(error));
    }
  }, [team_id, is_unread_only]);
  useEffect(() => {
    if (team_id) void load();
  }, [team_id, load, generation]);

  const ids = useMemo(() => {
    const shown = new Set(listed);
    const live = Object.values(by_id).filter((thread) => thread.is_following && posts[thread.id] && !posts[thread.id]!.delete_at && (shown.has(thread.id) || isLive(thread.id, thread.unread_replies, team_id)));
    return live.sort((a, b) => b.last_reply_at - a.last_reply_at).map((thread) => thread.id);
  }, [by_id, posts, listed, team_id]);
  const more = () => void load(ids.at(-1));
  return { ids, is_complete, failure, more };
}

// Threads in which something came while the list is open belong to it as well.
function isLive(thread_id: Id, unread_replies: number, team_id: Id): boolean {
  return unread_replies > 0 && teamsOfThread(thread_id).includes(team_id);
}
