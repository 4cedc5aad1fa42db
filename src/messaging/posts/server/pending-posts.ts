import { LRUCache } from 'lru-cache';
import type { App, Ctx } from '#kernel/server/index.ts';
import type { Post } from '../wire/index.ts';
import { presentPost } from './posts.present.ts';
import { POST_COLUMNS, toPost } from './posts.store.ts';

const REMEMBER_MS = 10 * 60_000;
const FRESH_MS = 5_000;

const answers = new WeakMap<App, LRUCache<string, Promise<Post>>>();

/**
 * A retried request carries the same pending id: answers with the post that the first one made or is making. `write`
 * makes the post if this is the first; when that fails, the id may be tried again.
 */
export function answerOnce(ctx: Ctx, user_id: string, channel_id: string, pending_post_id: string, write: () => Promise<Post>): Promise<Post> {
  const known = answersOf(ctx.app);
  const key = user_id + pending_post_id;
  const first = known.get(key);
  if (first) return first;
  const work = findWritten(ctx, user_id, channel_id, pending_post_id).then((post) => post ?? write());
  known.set(key, work);
  work.catch(() => known.delete(key));
  return work;
}

// Another node, or this one before it was killed, may have written it: only an id that is not brand-new can be a retry.
async function findWritten(ctx: Ctx, user_id: string, channel_id: string, pending_post_id: string): Promise<Post | undefined> {
  const born_at = Number(pending_post_id.split(':')[1]);
  if (Math.abs(ctx.now - born_at) < FRESH_MS && process.uptime() * 1000 > REMEMBER_MS) return undefined;
  const row = await ctx.db.maybe<Post>(
    `SELECT ${POST_COLUMNS} FROM posts p WHERE p.channel_id = $1 AND p.create_at > $2 AND p.user_id = $3 AND p.pending_post_id = $4 AND p.delete_at = 0 LIMIT 1`,
    [channel_id, ctx.now - REMEMBER_MS, user_id, pending_post_id],
  );
  return row && presentPost(ctx, { ...toPost(row), pending_post_id });
}

function answersOf(app: App): LRUCache<string, Promise<Post>> {
  const known = answers.get(app) ?? new LRUCache<string, Promise<Post>>({ max: 5_000, ttl: 60_000 });
  answers.set(app, known);
  return known;
}
