import { LRUCache } from 'lru-cache';
import { callOutside, keepable, loadSharp, type App, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { OpenGraph, PostImage } from '#messaging/posts/wire/index.ts';
import { isRestricted } from './links.rules.ts';
import { readOpenGraph } from './open-graph.ts';
import { restrictLinkPreviews } from './previews.settings.ts';

/** What is behind a link. */
export type LinkMetadata = { readonly type: 'opengraph'; readonly data: OpenGraph } | { readonly type: 'image'; readonly data: PostImage } | { readonly type: 'none'; readonly data: null };

const FRESH_MS = 3_600_000;
const PAGE_MAX = 524_288;
const PICTURE_MAX = 5_242_880;
const TIME_LIMIT_MS = 5_000;

const caches = new WeakMap<App, LRUCache<string, LinkMetadata>>();

function cacheOf(app: App): LRUCache<string, LinkMetadata> {
  const cache = caches.get(app) ?? new LRUCache<string, LinkMetadata>({ max: 2_000, ttl: FRESH_MS });
  caches.set(app, cache);
  return cache;
}

/** What is known of links, without looking at them. */
export async function knownLinks(app: App, urls: readonly string[]): Promise<Map<string, LinkMetadata>> {
  const cache = cacheOf(app);
  const unknown = [...new Set(urls.filter((url) => !cache.has(url)))];
  if (unknown.length) {
    const rows = await app.db.rows<LinkMetadata & { url: string }>('SELECT url, type, data FROM link_metadata WHERE url = ANY($1)', [unknown]);
    for (const { url, ...metadata } of rows) cache.set(url, metadata as LinkMetadata);
  }
  return new Map(urls.flatMap((url) => (cache.has(url) ? [[url, cache.get(url)!] as const] : [])));
}

/** Looks what is behind a link, unless it was looked at within the last hour. Whether something new is known. */
export async function lookAtLink(ctx: Ctx, url: string): Promise<boolean> {
  const now = ctx.app.clock();
  const before = await ctx.db.maybe<{ fetched_at: number; type: string }>('SELECT fetched_at, type FROM link_metadata WHERE url = $1', [url]);
  if (before && now - before.fetched_at < FRESH_MS) return false;
  const found = isRestricted(url, ctx.settings.get(restrictLinkPreviews)) ? NOTHING : await fetchMetadata(ctx, url).catch(() => NOTHING);
  // A page that is away for a moment keeps what was known of it.
  if (found.type === 'none' && before && before.type !== 'none') return false;
  await saveLink(ctx.db, url, found, now);
  cacheOf(ctx.app).set(url, found);
  return found.type !== 'none';
}

const NOTHING: LinkMetadata = { type: 'none', data: null };

async function saveLink(sql: Sql, url: string, { type, data }: LinkMetadata, now: number): Promise<void> {
  await sql.run('INSERT INTO link_metadata (url, fetched_at, type, data) VALUES ($1, $2, $3, $4) ON CONFLICT (url) DO UPDATE SET fetched_at = excluded.fetched_at, type = excluded.type, data = excluded.data', [url, now, type, keepable(JSON.stringify(data))]);
}

/** Links behind which nothing was found: they say no more than a link that nobody has looked at. */
export async function forgetEmptyLinks(sql: Sql, before: number): Promise<void> {
  await sql.run("DELETE FROM link_metadata WHERE type = 'none' AND fetched_at < $1", [before]);
}

async function fetchMetadata(ctx: Ctx, url: string): Promise<LinkMetadata> {
  const headers = { accept: 'text/html,application/xhtml+xml,image/*;q=0.9', 'accept-language': 'en' };
  const answer = await callOutside(ctx, { url, headers, time_limit_ms: TIME_LIMIT_MS, size_limit: PICTURE_MAX, cuts_large: true });
  const type = answer.headers['content-type'] ?? '';
  if (answer.status !== 200) return NOTHING;
  if (type.startsWith('image/')) {
    const image = await measure(answer.body);
    return image ? { type: 'image', data: image } : NOTHING;
  }
  if (!/html/.test(type)) return NOTHING;
  const page = readOpenGraph(decodeText(answer.body.subarray(0, PAGE_MAX), type), answer.url);
  return page ? { type: 'opengraph', data: page } : NOTHING;
}

// A drawing (SVG) may hold scripts: it is a plain link.
async function measure(bytes: Buffer): Promise<PostImage | undefined> {
  const sharp = await loadSharp();
  const { width, height, format, pages } = await sharp(bytes).metadata().catch(() => ({}) as { width?: number; height?: number; format?: string; pages?: number });
  if (!width || !height || !format || format === 'svg') return undefined;
  return { width, height, format, frame_count: pages && pages > 1 ? pages : 0 };
}

function decodeText(bytes: Buffer, type: string): string {
  const named = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
