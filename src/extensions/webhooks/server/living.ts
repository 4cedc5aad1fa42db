import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError, defineJob, fields, newId, SYSTEM, type App, type Ctx } from '#kernel/server/index.ts';
import { createPost, editPost, findPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { foldUpdates, historyMessages, showState, type Folded, type LivingUpdate } from './living.rules.ts';
import { addUpdate, dropLease, endLease, postOfMessage, readLeased, readUpdates, readWaiting, takeLease, type LivingRow } from './living.store.ts';
import { inThread } from './threads.ts';
import { getIncomingWebhook } from './webhooks.cache.ts';
import { optionsOf } from './webhooks.options.ts';
import { editInterval, reopenAfter } from './webhooks.settings.ts';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 10_000;

interface Shown {
  readonly post_id: string;
  readonly root_id: string;
  readonly is_created: boolean;
}

/** Shows an update in the message of its key. Returns the post, and whether it is new. */
export async function showUpdate(ctx: Ctx, hook: IncomingWebhook, channel_id: string, key: string, update: LivingUpdate, needs_post: boolean): Promise<Shown> {
  const now = ctx.app.clock();
  const lease_id = newId(now);
  const arrival = await addUpdate(ctx.db, { id: newId(now), hook_id: hook.id, channel_id, key, lease_id, now }, update);
  if (arrival.is_mine) {
    const row = await readLeased(ctx.db, arrival.id, lease_id);
    if (row) return show(ctx, hook, row, lease_id);
  }
  if (arrival.is_resting) flushLater(ctx.app, arrival.id, arrival.lease_until - now);
  if (arrival.flush_at) await ctx.jobs.add(flushLivingMessage, { message_id: arrival.id }, { run_at: arrival.flush_at, key: `webhook-message:${arrival.id}` });
  const post_id = needs_post ? await postWhenWritten(ctx, arrival.id) : '';
  return { post_id, root_id: post_id ? ((await findPost(ctx.db, post_id))?.root_id ?? '') : '', is_created: false };
}

/** Shows what has arrived for a message while it was written or at rest. */
export const flushLivingMessage = defineJob({
  name: 'flush-living-message',
  summary: 'Show what has arrived for a living message of a webhook since its last change.',
  input: z.object({ message_id: fields.id() }),
  unaudited: 'the message and its thread show it',
  run: async (ctx, { message_id }) => {
    const now = ctx.app.clock();
    const lease_id = newId(now);
    const row = await takeLease(ctx.db, message_id, lease_id, now);
    if (row) {
      const hook = await getIncomingWebhook(ctx.app, row.hook_id);
      if (!hook) return dropLease(ctx.db, message_id, lease_id);
      await show(ctx, hook, row, lease_id).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        ctx.log.warn({ hook_id: hook.id, reason: error.message }, 'a living message could not be changed');
      });
      return;
    }
    const busy = await readWaiting(ctx.db, message_id);
    if (busy) await ctx.jobs.add(flushLivingMessage, { message_id }, { run_at: busy.lease_until + 1_000 });
  },
});

// Posts nothing twice: a step that is done again after a crash carries the same pending id.
async function show(ctx: Ctx, hook: IncomingWebhook, row: LivingRow, lease_id: string): Promise<Shown> {
  const updates = await readUpdates(ctx.db, row.id, row.applied);
  const applied = updates.at(-1)?.n ?? row.applied;
  try {
    const before = row.post_id ? await findPost(ctx.db, row.post_id) : undefined;
    const folded = foldUpdates(before ? row.state : null, updates.map((u) => u.content), await reopenMs(ctx, hook.id));
    const is_created = !before || folded.is_anew;
    const post = before && !folded.is_anew ? await change(ctx, before, folded) : await write(ctx, hook, row, folded);
    await keepHistory(ctx, hook, row, post, folded.history, applied);
    await rest(ctx, row, lease_id, { applied, post_id: post.id, state: folded.state });
    return { post_id: post.id, root_id: post.root_id, is_created };
  } catch (error) {
    // What cannot be posted now cannot be later either: it must not stand in the way of what comes next.
    if (error instanceof AppError && error.status < 500) await rest(ctx, row, lease_id, { applied, post_id: row.post_id, state: row.state });
    else await dropLease(ctx.db, row.id, lease_id);
    throw error;
  }
}

async function rest(ctx: Ctx, row: LivingRow, lease_id: string, shown: Parameters<typeof endLease>[3]): Promise<void> {
  const pause_ms = ctx.settings.get(editInterval);
  if (await endLease(ctx.db, row, lease_id, shown, ctx.app.clock() + pause_ms)) flushLater(ctx.app, row.id, pause_ms);
}

async function write(ctx: Ctx, hook: IncomingWebhook, row: LivingRow, { state }: Folded): Promise<Post> {
  const shown = showState(state);
  const { user_id } = hook;
  return inThread(ctx, { hook_id: row.hook_id, channel_id: row.channel_id, thread_key: state.thread_key }, (root_id) =>
    createPost(ctx, { channel_id: row.channel_id, user_id, root_id, message: shown.message, type: shown.type, props: shown.props, metadata: { priority: shown.priority }, pending_post_id: `${row.id}:living-${row.applied}` }, { set_online: false }),
  );
}

async function change(ctx: Ctx, before: Post, { state }: Folded): Promise<Post> {
  const { message, props } = showState(state);
  // As the system: its owner may have left the channel, and what stands there must not stay wrong.
  return editPost({ ...ctx, actor: SYSTEM, now: ctx.app.clock() }, before.id, { message, props }, { is_living: true });
}

async function keepHistory(ctx: Ctx, hook: IncomingWebhook, row: LivingRow, post: Post, lines: readonly string[], applied: number): Promise<void> {
  const { from_webhook, webhook_display_name, override_username, override_icon_url, override_icon_emoji } = post.props;
  const props = { from_webhook, webhook_display_name, ...(override_username && { override_username }), ...(override_icon_url && { override_icon_url }), ...(override_icon_emoji && { override_icon_emoji }) };
  for (const [index, message] of historyMessages(lines).entries()) {
    await createPost(ctx, { channel_id: row.channel_id, user_id: hook.user_id, root_id: post.root_id || post.id, message, props, pending_post_id: `${row.id}:history-${applied}-${index}` }, { set_online: false, is_quiet: true });
  }
}

async function reopenMs(ctx: Ctx, hook_id: string): Promise<number> {
  const { reopen_after_ms } = await optionsOf(ctx.app, hook_id);
  return reopen_after_ms >= 0 ? reopen_after_ms : ctx.settings.get(reopenAfter) * 60_000;
}

async function postWhenWritten(ctx: Ctx, message_id: string): Promise<string> {
  for (let waited_ms = 0; waited_ms < PATIENCE_MS; waited_ms += LOOK_EVERY_MS) {
    const post_id = await postOfMessage(ctx.db, message_id);
    if (post_id) return post_id;
    await wait(LOOK_EVERY_MS);
  }
  return '';
}

const timers = new WeakMap<App, Map<string, NodeJS.Timeout>>();

// The job would show it too, only later: the timer dies with the process, the job does not.
function flushLater(app: App, message_id: string, after_ms: number): void {
  const waiting = timers.get(app) ?? new Map<string, NodeJS.Timeout>();
  timers.set(app, waiting);
  if (waiting.has(message_id)) return;
  const flush = () => {
    waiting.delete(message_id);
    app.execute(app.systemCtx(), flushLivingMessage.action, { message_id }).catch((error: Error) => app.log.warn({ reason: error.message }, 'a living message could not be shown and is tried again'));
  };
  waiting.set(message_id, setTimeout(flush, Math.max(1, after_ms + 1)).unref());
}

/** Stops the timers of a server that ends; its jobs show what waits when it is back. */
export function stopFlushing(app: App): void {
  for (const timer of timers.get(app)?.values() ?? []) clearTimeout(timer);
  timers.delete(app);
}
