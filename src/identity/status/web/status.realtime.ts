import type { StatusEvents } from '#identity/status/wire/index.ts';
import { realtime } from '#kernel/web/index.ts';
import { receiveStatuses } from './status.state.ts';
import { watchedUsers } from './status.watch.ts';
import { fetchStatuses } from './status.client.ts';

const IDLE_AFTER_MS = 5 * 60_000;

export function listenToStatuses(): void {
  realtime.on<StatusEvents['status_change']>('status_change', (data) => receiveStatuses([data]));
  realtime.on_resync(() => void fetchStatuses(watchedUsers()).catch(() => undefined));
  reportActivity();
}

// The server shows a person as away after some minutes without a sign of life from any of their pages.
function reportActivity(): void {
  let is_active = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = (is_active_now: boolean): void => {
    if (is_active === is_active_now) return;
    is_active = is_active_now;
    realtime.send('user_update_active_status', { user_is_active: is_active }).catch(() => undefined);
  };
  const onActivity = (): void => {
    report(true);
    clearTimeout(timer);
    timer = setTimeout(() => report(false), IDLE_AFTER_MS);
  };
  for (const event of ['pointerdown', 'keydown', 'focus']) window.addEventListener(event, onActivity, { passive: true });
  onActivity();
}
