import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { loadPost } from '#messaging/posts/server/feature.ts';
import { ownThread } from '../threads.permissions.ts';
import { setThreadRead } from './read-thread.ts';

/** Makes a thread unread again from one of its posts on. */
export const markThreadUnread = action({
  name: 'mark-thread-unread',
  summary: 'Mark a thread as unread from one of its messages on.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), thread_id: fields.id(), post_id: fields.id() }),
  permission: ownThread,
  unaudited: 'it only concerns what the person has read',
  run: async (ctx, { user_id, thread_id, post_id }) => setThreadRead(ctx, user_id, thread_id, (await loadPost(ctx, post_id)).create_at - 1),
});
