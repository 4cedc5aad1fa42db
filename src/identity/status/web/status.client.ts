import type { Status, StatusValue } from '#identity/status/wire/index.ts';
import { api, myUserId, realtimeState, sessionStore } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { receiveStatuses, statusStore } from './status.state.ts';
import { onWanted, watchedUsers } from './status.watch.ts';

const POLL_EVERY_MS = 60_000;
const IDS_PER_CALL = 200;

export async function fetchStatuses(user_ids: Id[]): Promise<void> {
  for (let i = 0; i < user_ids.length; i += IDS_PER_CALL) {
    receiveStatuses(await api.post<Status[]>('/api/v4/users/status/ids', user_ids.slice(i, i + IDS_PER_CALL)));
  }
}

export async function fetchMyStatus(): Promise<void> {
  const status = await api.get<Status>('/api/v4/users/me/status');
  receiveStatuses([status]);
  statusStore.setState({ dnd_end_time: status.dnd_end_time ?? 0 });
}

/** Sets one's own presence; `dnd_end_time` in unix seconds, 0 = until changed. Throws ApiError. */
export async function setMyStatus(status: StatusValue, dnd_end_time = 0): Promise<void> {
  receiveStatuses([{ user_id: myUserId(), status }]);
  statusStore.setState({ dnd_end_time });
  await api.put('/api/v4/users/me/status', { user_id: myUserId(), status, dnd_end_time });
}

/** Fetches the presence of people on the screen when they appear and once a minute. */
export function startStatusPolling(): void {
  const refresh = (user_ids: Id[]): void => {
    if (user_ids.length && sessionStore.getState().status === 'signed_in') fetchStatuses(user_ids).catch(() => undefined);
  };
  onWanted(refresh);
  setInterval(() => {
    if (document.visibilityState === 'visible' && realtimeState.getState().status === 'online') refresh(watchedUsers());
  }, POLL_EVERY_MS);
}
