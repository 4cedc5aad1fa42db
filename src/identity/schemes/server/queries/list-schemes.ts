import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, invalidParam, query } from '#kernel/server/index.ts';
import { listSchemes } from '../schemes.store.ts';

const SCOPES = ['', 'team', 'channel', 'playbook', 'run'];

export const listAllSchemes = query({
  name: 'list-schemes',
  summary: 'Lists schemes, the newest first.',
  input: z.object({ scope: z.string().default(''), page: fields.page(), per_page: fields.perPage() }),
  permission: inSystem('sysconsole_read_user_management_permissions'),
  run: (ctx, { scope, page, per_page }) => {
    if (!SCOPES.includes(scope)) throw invalidParam('scope', 'It must be team or channel.');
    return listSchemes(ctx.db, scope, { limit: per_page, offset: page * per_page });
  },
});
