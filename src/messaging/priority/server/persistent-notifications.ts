import { z } from 'zod';
import { getUser } from '#identity/users/server/feature.ts';
import { defineJob, listenTo, type Ctx, type Sql } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { findPost, postCreated, presentPosts, type NewPost } from '#messaging/posts/server/feature.ts';
import { reactionAdded } from '#messaging/reactions/server/feature.ts';
import { askedAgain } from './priority.events.ts';
import { persistentInterval, persistentMaxCount } from './priority.settings.ts';

/** Remembers whom urgent posts ask again, in the transaction that writes them. */
export function rememberPersistent(tx: Sql, posts: readonly NewPost[]): Promise<void> | undefined {
  const rows = posts.flatMap(({ row, priority, mentioned }) => (priority?.persistent_notifications ? [{ post_id: row.id, user_ids: mentioned.filter((id) => id !== row.user_id), last_sent_at: row.create_at }] : []));
  if (!rows.length) return undefined;
  return tx.run(`INSERT INTO persistent_notifications (post_id, user_ids, last_sent_at) SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(post_id text, user_ids text[], last_sent_at bigint)`, [JSON.stringify(rows)]).then(() => undefined);
}

/** Somebody whom the post addresses has reacted: it asks nobody any more. */
export async function resolvePersistent(ctx: Ctx, post_id: string, user_id: string): Promise<void> {
  await ctx.db.run('DELETE FROM persistent_notifications WHERE post_id = $1 AND $2 = ANY(user_ids)', [post_id, user_id]);
}

export async function forgetPersistent(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM persistent_notifications WHERE post_id = ANY($1)', [post_ids]);
}

export const persistentListeners = [
  listenTo(postCreated, async (ctx, { post }) => {
    if (post.root_id) await resolvePersistent(ctx, post.root_id, post.user_id);
  }),
  listenTo(reactionAdded, (ctx, { post_id, user_id }) => resolvePersistent(ctx, post_id, user_id)),
];

/** Asks again for every post whose time has come. */
export const repeatNotifications = defineJob({
  name: 'repeat-notifications',
  summary: 'Notify again of urgent messages to which nobody has reacted.',
  input: z.object({}),
  every: '* * * * *',
  unaudited: 'it runs every minute and writes nothing that people wrote',
  run: async (ctx) => {
    const due_before = ctx.now - ctx.settings.get(persistentInterval) * 60_000;
    // Marked before it is sent: a notification too few is better than one that never ends.
    const due = await ctx.db.rows<{ post_id: string; user_ids: string[] }>('UPDATE persistent_notifications SET sent_count = sent_count + 1, last_sent_at = $2 WHERE last_sent_at <= $1 RETURNING post_id, user_ids', [due_before, ctx.now]);
    for (const { post_id, user_ids } of due) await askAgain(ctx, post_id, user_ids);
    await ctx.db.run('DELETE FROM persistent_notifications WHERE sent_count >= $1', [ctx.settings.get(persistentMaxCount)]);
  },
});

async function askAgain(ctx: Ctx, post_id: string, user_ids: readonly string[]): Promise<void> {
  const post = await findPost(ctx.db, post_id);
  const channel = post && (await getChannel(ctx.app, post.channel_id));
  if (!channel || channel.delete_at) return forgetPersistent(ctx.db, [post_id]);
  await presentPosts(ctx, [post]);
  const sender_name = `@${(await getUser(ctx.app, post.user_id))?.username ?? ''}`;
  for (const user_id of user_ids) ctx.emit(askedAgain, { post, channel, sender_name, user_id });
}
