import { formatTime, startOfDay, t } from '#kernel/web/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';
import { you_messages as m } from './you.messages.ts';

export type DndChoice = '30m' | '1h' | 'tomorrow' | 'forever';

const MINUTE_MS = 60_000;
const MORNING_HOUR = 9;

/** When "do not disturb" ends, in unix seconds; 0 = when it is changed. */
export function dndEnd(choice: DndChoice, now: Timestamp): number {
  if (choice === 'forever') return 0;
  if (choice === 'tomorrow') return new Date(startOfDay(now)).setHours(24 + MORNING_HOUR) / 1000;
  return Math.floor((now + (choice === '30m' ? 30 : 60) * MINUTE_MS) / 1000);
}

/** "until 14:30", or nothing when there is no end. */
export function dndHint(end_s: number): string | undefined {
  return end_s * 1000 > Date.now() ? t(m.dnd_until, { time: formatTime(end_s * 1000) }) : undefined;
}
