import { useMemo } from 'react';
import { create } from 'zustand';
import { configValue, myUserId, realtime } from '#kernel/web/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import { draftKey } from './drafts.state.ts';

type Place = Readonly<Record<Id, Timestamp>>;

/** Who writes where, with the time at which it is over. */
export const typingState = create<{ readonly places: Readonly<Record<string, Place>> }>(() => ({ places: {} }));

const MARGIN_MS = 1000;
const sent_at = new Map<string, Timestamp>();
const nobody: Place = {};

/** Tells the others that the person writes; at most as often as the server wants it. */
export function tellTyping(channel_id: Id, root_id: Id): void {
  const key = draftKey(channel_id, root_id);
  if (configValue('EnableUserTypingMessages') === 'false' || Date.now() - (sent_at.get(key) ?? 0) < intervalMs()) return;
  sent_at.set(key, Date.now());
  realtime.send('user_typing', { channel_id, parent_id: root_id }).catch(() => undefined);
}

export function receiveTyping(channel_id: Id, root_id: Id, user_id: Id): void {
  if (user_id === myUserId()) return;
  const key = draftKey(channel_id, root_id);
  const until = Date.now() + intervalMs() + MARGIN_MS;
  typingState.setState(({ places }) => ({ places: { ...places, [key]: { ...places[key], [user_id]: until } } }));
  setTimeout(() => dropExpired(key, user_id), until - Date.now() + 20);
}

/** The message is there: its author no longer writes. */
export function stopTyping(channel_id: Id, root_id: Id, user_id: Id): void {
  const key = draftKey(channel_id, root_id);
  if (typingState.getState().places[key]?.[user_id]) drop(key, user_id);
}

export function useTyping(channel_id: Id, root_id: Id): Id[] {
  const place = typingState((state) => state.places[draftKey(channel_id, root_id)] ?? nobody);
  return useMemo(() => Object.keys(place), [place]);
}

function intervalMs(): number {
  return Number(configValue('TimeBetweenUserTypingUpdatesMilliseconds')) || 5000;
}

function dropExpired(key: string, user_id: Id): void {
  const until = typingState.getState().places[key]?.[user_id];
  if (until !== undefined && until <= Date.now()) drop(key, user_id);
}

function drop(key: string, user_id: Id): void {
  typingState.setState(({ places }) => {
    const { [user_id]: _gone, ...rest } = places[key] ?? {};
    return { places: { ...places, [key]: rest } };
  });
}
