import { createCache, type App, type Cache, type Sql } from '#kernel/server/index.ts';
import type { IncomingWebhookOptions, WebhookSignature } from '../wire/index.ts';

/** As the options of a webhook are kept: with the secret, sealed. */
export interface StoredOptions extends Omit<IncomingWebhookOptions, 'has_secret'> {
  readonly secret: string;
}

const COLUMNS = 'hook_id, update_at, vendor, mapping, signature, secret, addresses, max_bytes, calls_per_minute, reopen_after_ms';

const caches = new WeakMap<App, Cache<StoredOptions>>();

/** The options of a webhook; those of one that was given none are the server's. */
export async function optionsOf(app: App, hook_id: string): Promise<StoredOptions> {
  return (await cacheOf(app).get(hook_id)) ?? defaults(hook_id);
}

/** Call after the commit that changed them. */
export function forgetOptions(app: App, ...hook_ids: string[]): void {
  cacheOf(app).invalidate(...hook_ids);
}

export async function saveOptions(sql: Sql, o: StoredOptions): Promise<void> {
  await sql.run(
    `INSERT INTO incoming_webhook_options (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (hook_id) DO UPDATE SET update_at = $2, vendor = $3, mapping = $4, signature = $5, secret = $6, addresses = $7, max_bytes = $8, calls_per_minute = $9, reopen_after_ms = $10`,
    [o.hook_id, o.update_at, o.vendor, o.mapping, o.signature, o.secret, o.addresses, o.max_bytes, o.calls_per_minute, o.reopen_after_ms],
  );
}

/** As its owner sees them: the secret stays here. */
export function presentOptions({ secret, ...shown }: StoredOptions): IncomingWebhookOptions {
  return { ...shown, has_secret: secret !== '' };
}

function defaults(hook_id: string): StoredOptions {
  return { hook_id, update_at: 0, vendor: '', mapping: '', signature: '' as WebhookSignature, secret: '', addresses: [], max_bytes: 0, calls_per_minute: 0, reopen_after_ms: -1 };
}

function cacheOf(app: App): Cache<StoredOptions> {
  let cache = caches.get(app);
  if (!cache) {
    const load = async (ids: readonly string[]) => {
      const rows = await app.db.rows<StoredOptions>(`SELECT ${COLUMNS} FROM incoming_webhook_options WHERE hook_id = ANY($1)`, [ids]);
      const found = new Map(rows.map((row) => [row.hook_id, row]));
      // Most webhooks have none: that is remembered too.
      return new Map(ids.map((id) => [id, found.get(id) ?? defaults(id)]));
    };
    cache = createCache(app.bus, { name: 'incoming-webhook-options', max: 20_000, load });
    caches.set(app, cache);
  }
  return cache;
}
