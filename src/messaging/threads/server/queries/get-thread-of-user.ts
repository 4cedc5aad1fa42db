import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { ownThread } from '../threads.permissions.ts';
import { findThreads, toThreads } from '../threads.reads.ts';

/** One thread as a follower sees it. */
export const getThreadOfUser = query({
  name: 'get-thread-of-user',
  summary: 'Get a thread with what a person has read of it.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), thread_id: fields.id(), extended: fields.queryFlag() }),
  permission: ownThread,
  run: async (ctx, { user_id, thread_id, extended }) => {
    const [row] = await findThreads(ctx.db, thread_id, [user_id]);
    if (!row || !row.following) throw userError('app.user.get_thread_membership_for_user.not_found', 'The person does not follow this thread.', 404);
    return (await toThreads(ctx, [row], extended))[0];
  },
});
