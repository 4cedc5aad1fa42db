import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { streamLog } from '../read-logs.ts';

export const downloadLogs = query({
  name: 'download-logs',
  summary: 'Downloads the log.',
  input: z.object({}),
  permission: inSystem('get_logs'),
  run: (ctx) => streamLog(ctx.app),
});
