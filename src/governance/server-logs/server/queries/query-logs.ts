import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { pageOf, parseLine, readLines } from '../read-logs.ts';

const SERVER = 'default';

export const queryLogs = query({
  name: 'query-logs',
  summary: 'Finds lines of the log by level and time.',
  input: z.object({
    server_names: z.array(z.string()).nullish(),
    log_levels: z.array(z.string()).nullish(),
    date_from: z.string().nullish(),
    date_to: z.string().nullish(),
    page: fields.page(),
    logs_per_page: fields.queryNumber(10_000, 10_000),
  }),
  permission: inSystem('get_logs'),
  run: async (ctx, { server_names, log_levels, date_from, date_to, page, logs_per_page }) => {
    const [from, to] = [timeOf('date_from', date_from), timeOf('date_to', date_to)];
    const levels = new Set((log_levels ?? []).map((level) => level.toLowerCase()));
    if (server_names?.length && !server_names.includes(SERVER)) return {};
    const lines = (await readLines(ctx.app)).map(parseLine).filter(({ level, timestamp }) => {
      const at = Date.parse(timestamp);
      return (!levels.size || levels.has(level)) && (from === undefined || at >= from) && (to === undefined || at <= to);
    });
    return { [SERVER]: pageOf(lines, page, logs_per_page) };
  },
});

// The protocol writes times as 2006-01-02 15:04:05.000 -07:00; other ISO forms are understood too.
function timeOf(name: string, text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const at = Date.parse(text.replace(/^(\d{4}-\d\d-\d\d) (\S+?)(?: ([+-]\d\d:?\d\d|Z))?$/, '$1T$2$3'));
  if (Number.isNaN(at)) throw userError('api.system.logs.invalidFilter', `${name} must be a time such as 2026-11-22 15:04:05.000 +00:00.`);
  return at;
}
