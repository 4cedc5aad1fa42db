import { userError, type Ctx } from '#kernel/server/index.ts';
import { enableScheduledPosts } from './scheduled-posts.settings.ts';

/** Clocks of clients differ a little from the server's. */
export const LATE_MS = 5_000;
/** What could not be sent for so long, because no server ran, is not sent any more: it may be out of place. */
export const STALE_MS = 24 * 3_600_000;
/** How many messages of one person can wait. */
export const MAX_WAITING = 500;

export function demandScheduledPosts(ctx: Ctx): void {
  if (!ctx.settings.get(enableScheduledPosts)) throw userError('api.scheduled_posts.feature_disabled', 'Messages cannot be scheduled here (ServiceSettings.ScheduledPosts).');
}

/** Refuses what can never be sent. */
export function checkSchedule(post: { readonly message: string; readonly file_ids: readonly string[]; readonly scheduled_at: number }, now: number): void {
  if (!post.message && !post.file_ids.length) throw userError('model.scheduled_post.is_valid.empty_post.app_error', 'There is nothing to send: write a message or attach a file.');
  if (post.scheduled_at < now - LATE_MS) throw userError('model.scheduled_post.is_valid.scheduled_at.app_error', 'The time to send it has passed. Choose a later one.');
}
