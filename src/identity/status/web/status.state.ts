import { useEffect } from 'react';
import { create } from 'zustand';
import type { Status, StatusValue } from '#identity/status/wire/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { wantStatus } from './status.watch.ts';

export const statusStore = create<{ by_user: Record<Id, StatusValue>; dnd_end_time: number }>(() => ({ by_user: {}, dnd_end_time: 0 }));

export function receiveStatuses(statuses: Pick<Status, 'user_id' | 'status'>[]): void {
  const { by_user } = statusStore.getState();
  const changed = statuses.filter((one) => by_user[one.user_id] !== one.status);
  if (!changed.length) return;
  statusStore.setState({ by_user: { ...by_user, ...Object.fromEntries(changed.map((one) => [one.user_id, one.status])) } });
}

/** Somebody's presence, kept fresh while the component is mounted; undefined until it is known. */
export function useStatus(user_id: Id): StatusValue | undefined {
  useEffect(() => wantStatus(user_id), [user_id]);
  return statusStore((state) => state.by_user[user_id]);
}
