import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { isAllowedDomain } from '../users.rules.ts';
import { sanitizeListed } from '../users.sanitize.ts';
import { enableOpenServer, restrictCreationToDomains } from '../users.settings.ts';
import { readPeople } from '../users.store.ts';

export const listInvalidEmails = query({
  name: 'list-invalid-emails',
  summary: 'Lists people whose addresses are not of a domain that accounts must have now.',
  input: z.object({ page: fields.page(), per_page: fields.perPage() }),
  permission: inSystem('sysconsole_read_user_management_users'),
  run: async (ctx, { page, per_page }) => {
    if (ctx.settings.get(enableOpenServer)) throw userError('api.user.get_users_with_invalid_emails.open_server.app_error', 'Everybody may have an account on this server (TeamSettings.EnableOpenServer), so no address is wrong.');
    const domains = ctx.settings.get(restrictCreationToDomains);
    const wrong = (await readPeople(ctx.db)).filter((user) => !isAllowedDomain(user.email, domains));
    return wrong.slice(page * per_page, (page + 1) * per_page).map((user) => sanitizeListed(user, ctx));
  },
});
