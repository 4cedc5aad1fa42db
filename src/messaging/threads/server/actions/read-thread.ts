import { z } from 'zod';
import { action, fields, type Ctx } from '#kernel/server/index.ts';
import { mentionsOf } from '#messaging/posts/server/feature.ts';
import type { UserThread } from '../../wire/index.ts';
import { threadFollowChanged, threadReadChanged } from '../threads.events.ts';
import { ownThread } from '../threads.permissions.ts';
import { findThreads, toThreads } from '../threads.reads.ts';
import { setViewed } from '../threads.store.ts';

/** Marks a thread as read up to a moment. */
export const readThread = action({
  name: 'read-thread',
  summary: 'Mark a thread as read up to a moment.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), thread_id: fields.id(), timestamp: z.coerce.number().int().nonnegative() }),
  permission: ownThread,
  unaudited: 'it only concerns what the person has read',
  run: (ctx, { user_id, thread_id, timestamp }) => setThreadRead(ctx, user_id, thread_id, timestamp),
});

/** Sets up to when a person has read a thread, tells the person's clients and returns the thread. */
export async function setThreadRead(ctx: Ctx, user_id: string, thread_id: string, timestamp: number): Promise<UserThread> {
  const [before] = await findThreads(ctx.db, thread_id, [user_id]);
  const unread_mentions = before ? await mentionsAfter(ctx, user_id, thread_id, before.channel_id, timestamp) : 0;
  await setViewed(ctx.db, thread_id, user_id, timestamp, unread_mentions, ctx.now);
  const [after] = await findThreads(ctx.db, thread_id, [user_id]);
  const [thread] = await toThreads(ctx, [after!], false);
  // Reading a thread for the first time follows it.
  if (before?.following === null) ctx.emit(threadFollowChanged, { user_id, team_id: before.team_id, thread_id, state: true, reply_count: thread!.reply_count });
  ctx.emit(threadReadChanged, {
    user_id,
    team_id: after!.team_id,
    channel_id: after!.channel_id,
    data: {
      thread_id, timestamp, unread_mentions, unread_replies: thread!.unread_replies, channel_id: after!.channel_id,
      previous_unread_mentions: before?.unread_mentions ?? 0, previous_unread_replies: before?.unread_replies ?? 0,
    },
  });
  return thread!;
}

async function mentionsAfter(ctx: Ctx, user_id: string, thread_id: string, channel_id: string, timestamp: number): Promise<number> {
  const later = await ctx.db.rows<{ message: string; user_id: string }>('SELECT message, user_id FROM posts WHERE root_id = $1 AND create_at > $2 AND delete_at = 0 AND user_id <> $3', [thread_id, timestamp, user_id]);
  return later.length ? (await mentionsOf(ctx, channel_id, later, user_id)).length : 0;
}
