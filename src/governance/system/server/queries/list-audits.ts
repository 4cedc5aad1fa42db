import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { readAudits } from '../audits.ts';

export const listAudits = query({
  name: 'list-audits',
  summary: 'Lists who did what, the newest first.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(60, 1000) }),
  permission: inSystem('read_audits'),
  run: (ctx, { page, per_page }) => readAudits(ctx, '', { limit: per_page, offset: page * per_page }),
});
