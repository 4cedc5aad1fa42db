import { createHash, timingSafeEqual } from 'node:crypto';
import { userError } from '#kernel/server/index.ts';
import type { OAuthApp } from '../wire/index.ts';

const MAX_URLS = 1_024;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** What is kept of a code or token. They are random, so a plain hash is enough. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && !new URL(text).hash;
}

/** Throws unless an app has all that it needs. */
export function checkApp(app: Pick<OAuthApp, 'name' | 'description' | 'icon_url' | 'callback_urls' | 'homepage' | 'is_dynamically_registered'>): void {
  const fail = (field: string, need: string): never => {
    throw userError(`model.oauth.is_valid.${field}.app_error`, need);
  };
  const urls = app.callback_urls ?? [];
  if (!app.name || Buffer.byteLength(app.name) > 64) fail('name', 'The name must have 1 to 64 characters.');
  if (!urls.length || urls.join(' ').length > MAX_URLS || !urls.every(isWebAddress)) fail('callback', 'There must be at least one address to come back to, such as https://app.example.com/callback, without a fragment; at most 1,024 characters for all of them.');
  if (!app.homepage && !app.is_dynamically_registered) fail('homepage', 'The homepage must be an address such as https://app.example.com.');
  if (app.homepage && (app.homepage.length > 256 || !isWebAddress(app.homepage))) fail('homepage', 'The homepage must be an address such as https://app.example.com, of at most 256 characters.');
  if ([...app.description].length > 512) fail('description', 'The description must have at most 512 characters.');
  if (app.icon_url && (app.icon_url.length > 512 || !isWebAddress(app.icon_url))) fail('icon_url', 'The icon must be an address such as https://app.example.com/icon.png, of at most 512 characters.');
}

/** Whether an app may lead back there: exactly to an address of its own; on the person's own machine to any port (RFC 8252 §7.3). */
export function isOwnAddress(callback_urls: readonly string[], redirect_uri: string): boolean {
  if (!isWebAddress(redirect_uri)) return false;
  if (callback_urls.includes(redirect_uri)) return true;
  const asked = new URL(redirect_uri);
  if (!LOOPBACK.has(asked.hostname) || asked.protocol !== 'http:') return false;
  return callback_urls.some((own) => {
    const url = new URL(own);
    url.port = asked.port;
    return url.href === asked.href;
  });
}

/** Whether an address fits a pattern, in which `*` stands for a part without `/` and `**` for anything. */
export function fitsPattern(address: string, pattern: string): boolean {
  const source = pattern.split(/(\*\*|\*)/).map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))).join('');
  return new RegExp(`^${source}$`).test(address);
}

/** Whether the verifier is the one whose challenge the code was given for (RFC 7636, S256). */
export function provesChallenge(code_challenge: string, code_verifier: string): boolean {
  return isSame(createHash('sha256').update(code_verifier).digest('base64url'), code_challenge);
}

/** Compares secrets in the same time whatever they are. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** The address with which a person comes back to an app. */
export function comeBack(redirect_uri: string, values: Readonly<Record<string, string>>): string {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries(values)) if (value) url.searchParams.set(name, value);
  return url.href;
}
