import { formatTime } from './time.ts';

const MORNING_HOUR = 9;

function morningIn(now: number, days: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(MORNING_HOUR, 0, 0, 0);
}

/** Nine o'clock of the next day, in the person's zone; ms UTC. */
export function tomorrowMorning(now: number): number {
  return morningIn(now, 1);
}

/** Nine o'clock of the next Monday: on a Monday that of the week to come. */
export function mondayMorning(now: number): number {
  return morningIn(now, ((8 - new Date(now).getDay()) % 7) || 7);
}

/** Weekday and time, for times within the next days. */
export function formatSoon(at: number): string {
  return `${new Intl.DateTimeFormat(navigator.language, { weekday: 'short' }).format(at)} ${formatTime(at)}`;
}

/** A time as a field of the type datetime-local holds it. */
export function toLocalInput(at: number): string {
  const time = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return time.toISOString().slice(0, 16);
}
