import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';
import { EXPORTS, findPath } from '../bulk.files.ts';
import { checkTicket } from '../tickets.ts';

export const downloadSharedExport = query({
  name: 'download-shared-export',
  summary: 'Downloads an export by a link that an administrator has made.',
  input: z.object({ export_name: z.string(), ticket: z.string().max(2_048).default('') }),
  permission: anyone('the ticket in the link is the right; it ends'),
  run: async (ctx, { export_name, ticket }) => {
    checkTicket(ctx.app, ticket, export_name);
    const { path, size } = await findPath(ctx.app, EXPORTS, export_name);
    return { path, name: export_name, mime_type: 'application/zip', etag: `${export_name}.${size}`, is_download: true };
  },
});
