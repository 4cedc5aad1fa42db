import { custom_status_text_max, recent_custom_statuses_max, type CustomStatus, type CustomStatusDuration } from '../wire/index.ts';

const DURATIONS: readonly CustomStatusDuration[] = ['thirty_minutes', 'one_hour', 'four_hours', 'today', 'this_week', 'date_and_time', 'custom_date_time'];
const NEVER = '0001-01-01T00:00:00Z';
const DEFAULT_EMOJI = 'speech_balloon';

interface Given {
  emoji: string;
  text: string;
  duration: string;
  expires_at: string;
}

/** A custom status as it is kept, or null if it says nothing or its times make no sense. */
export function toCustomStatus(given: Given, now: number): CustomStatus | null {
  if (!given.emoji && !given.text) return null;
  const expires_at = given.expires_at || NEVER;
  const ends = Date.parse(expires_at);
  if (Number.isNaN(ends)) return null;
  const has_end = ends > 0;
  const duration = given.duration === '' && has_end ? 'date_and_time' : given.duration;
  if (duration !== '' && !DURATIONS.includes(duration as CustomStatusDuration)) return null;
  if (duration !== '' && ends < now) return null;
  return { emoji: given.emoji || DEFAULT_EMOJI, text: [...given.text].slice(0, custom_status_text_max).join(''), duration: duration as CustomStatusDuration, expires_at };
}

/** The newest first, each text once. */
export function addRecent(recent: readonly CustomStatus[], status: CustomStatus): CustomStatus[] {
  return [status, ...recent.filter((one) => one.text !== status.text)].slice(0, recent_custom_statuses_max);
}

export function removeRecent(recent: readonly CustomStatus[], status: CustomStatus): CustomStatus[] {
  return recent.filter((one) => !(one.text === status.text && one.emoji === status.emoji && (one.duration ?? '') === (status.duration ?? '')));
}

/** What is kept as text; whatever cannot be read is an empty list. */
export function parseRecent(value: string | undefined): CustomStatus[] {
  try {
    const list: unknown = JSON.parse(value ?? '[]');
    return Array.isArray(list) ? (list as CustomStatus[]) : [];
  } catch {
    return [];
  }
}

/** Whether a custom status, as it is kept, has an end that is over. What cannot be read never ends. */
export function hasEnded(text: string, now: number): boolean {
  try {
    const { expires_at, duration } = JSON.parse(text) as Partial<CustomStatus>;
    const ends = Date.parse(expires_at ?? '');
    return duration !== '' && ends > 0 && ends <= now;
  } catch {
    return false;
  }
}
