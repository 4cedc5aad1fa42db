import { z } from 'zod';
import { fields, query, userError, type Ctx } from '#kernel/server/index.ts';
import { readSessionsOf, toWireSession } from '../uploads.store.ts';

export const listUploads = query({
  name: 'list-uploads',
  summary: 'Lists the own uploads that are not complete.',
  input: z.object({ user_id: fields.id() }),
  permission: {
    scope: 'self',
    ids: [],
    check: (ctx: Ctx, { user_id }: { user_id: string }) => {
      if (user_id !== ctx.actor.user_id) throw userError('api.user.get_uploads_for_user.forbidden.app_error', 'Everybody sees the own uploads only.', 403);
      return true;
    },
  },
  run: async (ctx, { user_id }) => (await readSessionsOf(ctx.db, user_id)).map(toWireSession),
});
