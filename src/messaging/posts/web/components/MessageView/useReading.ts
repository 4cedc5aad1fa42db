import { useCallback, useEffect, useRef, useState } from 'react';
import { useMyUserId } from '#kernel/web/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import { leaveView, useNewSince, viewChannel } from '#messaging/channels/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { useWindowFocus } from '../../useWindowFocus.ts';

export type Reading = {
  /** Where the line of new messages stands: after posts up to this time. */
  readonly new_after: Timestamp;
  /** What the person has seen at the end of the list. */
  readonly seen_until: Timestamp;
  readonly setBottom: (is_at_bottom: boolean) => void;
};

/**
 * Tells the server what is read: when the page has the focus and the list is at its end. The line of new messages
 * stands where reading ended, and moves only when the person was away while something came.
 */
export function useReading(channel_id: Id, newest: Post | undefined, is_newest: boolean): Reading {
  const me = useMyUserId();
  const new_since = useNewSince();
  const has_focus = useWindowFocus();
  const [is_at_bottom, setBottom] = useState(false);
  const [new_after, setNewAfter] = useState(new_since);
  const [seen_until, setSeenUntil] = useState<Timestamp>(0);
  const is_reading = has_focus && is_at_bottom && is_newest;
  const newest_at = newest?.create_at ?? 0;
  const is_from_me = newest?.user_id === me;
  const new_since_before = useRef(new_since);

  useEffect(() => {
    if (new_since_before.current === new_since) return;
    new_since_before.current = new_since;
    setNewAfter(new_since);
  }, [new_since]);
  useEffect(() => {
    if (!is_reading) return;
    setSeenUntil(newest_at);
    viewChannel(channel_id);
  }, [channel_id, is_reading, newest_at]);
  useEffect(() => {
    if (!is_reading && !is_from_me && seen_until > 0 && newest_at > seen_until) setNewAfter((line) => Math.max(line, seen_until));
  }, [is_reading, is_from_me, newest_at, seen_until]);
  useEffect(() => {
    if (!has_focus) leaveView();
  }, [has_focus]);
  useEffect(() => leaveView, []);
  return { new_after, seen_until, setBottom: useCallback((is_bottom: boolean) => setBottom(is_bottom), []) };
}
