import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { pageOf, parseLine, readLines } from '../read-logs.ts';

export const listLogs = query({
  name: 'list-logs',
  summary: 'Lists lines of the log; the first page has the newest.',
  input: z.object({ page: fields.page(), logs_per_page: fields.queryNumber(10_000, 10_000) }),
  permission: inSystem('get_logs'),
  run: async (ctx, { page, logs_per_page }) => pageOf(await readLines(ctx.app), page, logs_per_page).map((line) => JSON.stringify(parseLine(line))),
});
