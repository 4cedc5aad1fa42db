import { setTimeout as wait } from 'node:timers/promises';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { findPost } from '#messaging/posts/server/feature.ts';
import { claimThread, dropThread, setThreadRoot } from './living.store.ts';

const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 50;

type ThreadOf = { readonly hook_id: string; readonly channel_id: string; readonly thread_key: string };

/** Writes a message into the thread of its key: `write` is given the root, or '' where it is the first, and returns the id of what it wrote. */
export async function inThread<T extends { readonly id: string }>(ctx: Ctx, of: ThreadOf, write: (root_id: string) => Promise<T>): Promise<T> {
  if (!of.thread_key) return write('');
  const root_id = await rootOf(ctx, of);
  if (root_id) return write(root_id);
  try {
    const first = await write('');
    await setThreadRoot(ctx.db, of, first.id);
    return first;
  } catch (error) {
    await dropThread(ctx.db, of, '');
    throw error;
  }
}

// The root, or '' if this call is to write it.
async function rootOf(ctx: Ctx, of: ThreadOf): Promise<string> {
  for (let waited_ms = 0; waited_ms < PATIENCE_MS; waited_ms += LOOK_EVERY_MS) {
    const root_id = await claimThread(ctx.db, of, ctx.app.clock());
    if (root_id === '') return '';
    if (root_id && (await findPost(ctx.db, root_id))) return root_id;
    if (root_id) await dropThread(ctx.db, of, root_id);
    else await wait(LOOK_EVERY_MS);
  }
  throw userError('web.incoming_webhook.general.app_error', 'The first message of this thread is still being written. Send it again in a moment.', 409);
}
