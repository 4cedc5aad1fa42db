import { useEffect, useState } from 'react';
import type { Timestamp } from '#kernel/wire/index.ts';
import { defineMessages, intl, t } from './i18n.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const m = defineMessages({
  now: { id: 'time.now', defaultMessage: 'just now' },
  today: { id: 'time.today', defaultMessage: 'Today' },
  yesterday: { id: 'time.yesterday', defaultMessage: 'Yesterday' },
});

let is_24_hours: boolean | undefined;

/** The person's choice of clock; undefined follows the locale. */
export function setClock(use_24_hours: boolean | undefined): void {
  is_24_hours = use_24_hours;
}

function clockOptions(): Intl.DateTimeFormatOptions {
  return { hour: 'numeric', minute: '2-digit', ...(is_24_hours === undefined ? {} : { hourCycle: is_24_hours ? 'h23' : 'h12' }) };
}

/** e.g. 10:31 */
export function formatTime(at: Timestamp): string {
  return new Intl.DateTimeFormat(navigator.language, clockOptions()).format(at);
}

/** Date and time in full, for tooltips. */
export function formatExact(at: Timestamp): string {
  return new Intl.DateTimeFormat(navigator.language, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', ...clockOptions() }).format(at);
}

/** The name of a day in date lines: Today, Yesterday, Monday, 3 March. */
export function formatDay(at: Timestamp, now: number = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return t(m.today);
  if (days === 1) return t(m.yesterday);
  const is_same_year = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(intl.locale, { weekday: 'long', day: 'numeric', month: 'long', ...(is_same_year ? {} : { year: 'numeric' }) }).format(at);
}

/** Relative while it is fresh ("4 min ago"), a date later. */
export function formatAgo(at: Timestamp, now: number = Date.now()): string {
  const passed = now - at;
  if (passed < MINUTE_MS) return t(m.now);
  const relative = new Intl.RelativeTimeFormat(intl.locale, { numeric: 'auto', style: 'short' });
  if (passed < HOUR_MS) return relative.format(-Math.floor(passed / MINUTE_MS), 'minute');
  if (passed < DAY_MS) return relative.format(-Math.floor(passed / HOUR_MS), 'hour');
  if (passed < 7 * DAY_MS) return relative.format(-Math.floor(passed / DAY_MS), 'day');
  return new Intl.DateTimeFormat(intl.locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

export function startOfDay(at: Timestamp): Timestamp {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The current time, renewed every `every_ms`, for relative times on the screen. */
export function useNow(every_ms: number = MINUTE_MS): Timestamp {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every_ms);
    return () => clearInterval(timer);
  }, [every_ms]);
  return now;
}
