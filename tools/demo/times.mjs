const MINUTE_MS = 60_000;
const UNITS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS };

/** '95m' = minutes ago; '2d 09:14' = two days ago at that time; '+4m', '+1h', '+1d' = after `before`. In ms. */
export function timeOf(when, now, before) {
  const after = /^\+(\d+)([mhd])$/.exec(when);
  if (after) return before + Number(after[1]) * UNITS[after[2]];
  const ago = /^(\d+)m$/.exec(when);
  if (ago) return now - Number(ago[1]) * MINUTE_MS;
  const [, days, hours, minutes] = /^(\d+)d (\d\d):(\d\d)$/.exec(when);
  const day = new Date(now - Number(days) * UNITS.d);
  return day.setHours(Number(hours), Number(minutes), 0, 0);
}
