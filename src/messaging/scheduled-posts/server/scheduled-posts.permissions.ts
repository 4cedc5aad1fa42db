import { userError, type AppError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { ScheduledPost } from '../wire/index.ts';
import { findScheduled } from './scheduled-posts.store.ts';

const loaded = new WeakMap<Ctx, Promise<ScheduledPost | undefined>>();

/** The scheduled post of this call, read once. */
export function loadOwn(ctx: Ctx, id: string): Promise<ScheduledPost | undefined> {
  const work = loaded.get(ctx) ?? findScheduled(ctx.db, id);
  loaded.set(ctx, work);
  return work;
}

export function scheduledPostGone(id: string): AppError {
  return userError(id, 'This scheduled message does not exist: it may have been sent already.', 404);
}

/** Only who wrote it. The errors differ by what is tried. */
export function ownScheduledPost(missing: string, foreign: string): PermissionRule<{ scheduled_post_id: string }> {
  return {
    scope: 'object',
    ids: [],
    check: async (ctx, { scheduled_post_id }) => {
      const post = await loadOwn(ctx, scheduled_post_id);
      if (!post) throw scheduledPostGone(missing);
      if (post.user_id !== ctx.actor.user_id) throw userError(foreign, 'This scheduled message belongs to somebody else.', 403);
      return true;
    },
  };
}
