import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { needUser, selfOrManager } from '#identity/users/server/feature.ts';
import type { Session } from '../../wire/index.ts';
import { listSessionsOf } from '../sessions.store.ts';

export const listSessions = query({
  name: 'list-sessions',
  summary: 'Lists the sessions of an account, without their tokens.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id }): Promise<Session[]> => {
    const { roles } = await needUser(ctx, user_id);
    const sessions = await listSessionsOf(ctx.db, user_id, ctx.now);
    return sessions.map(({ token_hash: _hash, is_personal_token: _personal, props: { csrf: _csrf, ...props }, ...session }) => ({ ...session, token: '', roles, props, team_members: [], local: false }));
  },
});
