import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { readMails, type MailRow } from '../mails.store.ts';

export const listMails = query({
  name: 'list-mails',
  summary: 'Lists mails, the newest first: those that left, wait, failed, and those whose link an administrator must hand over.',
  input: z.object({ state: z.enum(['', 'waiting', 'sent', 'failed', 'kept']).default(''), page: fields.page(), per_page: fields.perPage(60, 200) }),
  permission: inSystem('manage_system'),
  run: async (ctx, { state, page, per_page }) => (await readMails(ctx.db, state, { limit: per_page, offset: page * per_page })).map(show),
});

// Only where no mail server delivers it does somebody else than its reader see the link.
function show({ letter, ...mail }: MailRow) {
  return { ...mail, url: mail.state === 'kept' ? (letter?.button?.url ?? '') : '' };
}
