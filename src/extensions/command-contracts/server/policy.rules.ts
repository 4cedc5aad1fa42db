import type { CommandPolicy } from '../wire/index.ts';

/** Why a command may not be run now; undefined if it may. */
export function refusalOf(policy: CommandPolicy, asked: { readonly user_id: string; readonly channel_id: string }, now: number): string | undefined {
  if (policy.user_ids.length && !policy.user_ids.includes(asked.user_id)) return 'You are not one of those who may ask for it.';
  if (policy.channel_ids.length && !policy.channel_ids.includes(asked.channel_id)) return 'It cannot be run in this channel.';
  const freeze = policy.freezes.find((one) => one.from <= now && now < one.until);
  if (freeze) return `Changes are frozen until ${new Date(freeze.until).toISOString().slice(0, 16).replace('T', ' ')} UTC${freeze.reason ? `: ${freeze.reason}` : '.'}`;
  return isOpen(policy, now) ? undefined : `It can be run ${hoursOf(policy)} only.`;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function isOpen({ weekdays, from, until, time_zone }: CommandPolicy, now: number): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone || 'UTC', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  if (weekdays.length && !weekdays.includes(DAYS.indexOf(part('weekday')) + 1)) return false;
  if (!from || !until) return true;
  const time = `${part('hour')}:${part('minute')}`;
  // From 22:00 until 06:00 is a night.
  return from <= until ? from <= time && time < until : time >= from || time < until;
}

function hoursOf({ weekdays, from, until, time_zone }: CommandPolicy): string {
  const days = weekdays.length ? `on ${weekdays.map((day) => DAYS[day - 1]).join(', ')}` : '';
  return [days, from && until && `from ${from} until ${until}`, `(${time_zone || 'UTC'})`].filter(Boolean).join(' ');
}
