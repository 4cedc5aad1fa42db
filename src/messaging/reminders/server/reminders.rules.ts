const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time as the protocol writes it to people: `02 Jan 06 15:04 CET`. `zone` is an IANA name; one that nobody knows counts as UTC. */
export function writeTime(time_s: number, zone: string): string {
  const options = { year: '2-digit', month: 'numeric', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;
  const format = (timeZone: string): Intl.DateTimeFormatPart[] => new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).formatToParts(time_s * 1000);
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = format(zone || 'UTC');
  } catch {
    parts = format('UTC');
  }
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('day')} ${MONTHS[Number(get('month')) - 1]} ${get('year')} ${get('hour')}:${get('minute')} ${get('timeZoneName')}`;
}
