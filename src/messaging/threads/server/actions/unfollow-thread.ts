import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { ownThread } from '../threads.permissions.ts';
import { changeFollowing } from './follow-thread.ts';

/** Stops following a thread. */
export const unfollowThread = action({
  name: 'unfollow-thread',
  summary: 'Stop following a thread.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), thread_id: fields.id() }),
  permission: ownThread,
  run: (ctx, { user_id, thread_id }) => changeFollowing(ctx, user_id, thread_id, false),
});
