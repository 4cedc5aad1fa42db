import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { userError, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { IncomingWebhookReceipt } from '../wire/index.ts';

const KEPT_MS = 24 * 3_600_000;
/** A call that has not answered after so long has died with its process. */
const LOST_AFTER_MS = 60_000;
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 100;

/** Does the work once for each key: a repeated call is given the answer of the first. */
export async function once(ctx: Ctx, of: { hook_id: string; idempotency_key: string; body: string }, work: () => Promise<IncomingWebhookReceipt>): Promise<IncomingWebhookReceipt> {
  const { hook_id, idempotency_key } = of;
  const body_hash = createHash('sha256').update(of.body).digest('base64');
  for (let waited_ms = 0; waited_ms < PATIENCE_MS; waited_ms += LOOK_EVERY_MS) {
    if (await claim(ctx.db, hook_id, idempotency_key, body_hash, ctx.app.clock())) return first(ctx, hook_id, idempotency_key, work);
    const known = await ctx.db.maybe<{ body_hash: string; answer: IncomingWebhookReceipt | null }>('SELECT body_hash, answer FROM webhook_calls WHERE hook_id = $1 AND idempotency_key = $2', [hook_id, idempotency_key]);
    if (known && known.body_hash !== body_hash) throw userError('web.incoming_webhook.idempotency.app_error', 'This Idempotency-Key came with another payload before. Use a new key for each message.', 422);
    if (known?.answer) return known.answer;
    await wait(LOOK_EVERY_MS);
  }
  throw userError('web.incoming_webhook.idempotency.app_error', 'The first call with this Idempotency-Key is still under way. Send it again in a moment.', 409);
}

/** Forgets the calls that nobody repeats any more. */
export async function forgetOldCalls(sql: Sql, now: number): Promise<void> {
  await sql.run('DELETE FROM webhook_calls WHERE create_at < $1', [now - KEPT_MS]);
}

async function first(ctx: Ctx, hook_id: string, idempotency_key: string, work: () => Promise<IncomingWebhookReceipt>): Promise<IncomingWebhookReceipt> {
  try {
    const answer = await work();
    await ctx.db.run('UPDATE webhook_calls SET answer = $3 WHERE hook_id = $1 AND idempotency_key = $2', [hook_id, idempotency_key, JSON.stringify(answer)]);
    return answer;
  } catch (error) {
    await ctx.db.run('DELETE FROM webhook_calls WHERE hook_id = $1 AND idempotency_key = $2', [hook_id, idempotency_key]);
    throw error;
  }
}

async function claim(sql: Sql, hook_id: string, idempotency_key: string, body_hash: string, now: number): Promise<boolean> {
  const row = await sql.maybe(
    `INSERT INTO webhook_calls AS c (hook_id, idempotency_key, create_at, body_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hook_id, idempotency_key) DO UPDATE SET create_at = $3, body_hash = $4, answer = NULL
       WHERE c.create_at < $3::bigint - $5::bigint OR (c.answer IS NULL AND c.create_at < $3::bigint - $6::bigint) RETURNING 1`,
    [hook_id, idempotency_key, now, body_hash, KEPT_MS, LOST_AFTER_MS],
  );
  return row !== undefined;
}
