import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { LRUCache } from 'lru-cache';
import { tooOftenError, type App, type Ctx } from '#kernel/server/index.ts';
import { signatureFault } from './signatures.ts';
import { refused } from './understand.ts';
import type { StoredOptions } from './webhooks.options.ts';
import { callBurst, callsPerMinute } from './webhooks.settings.ts';

const rest_times = new WeakMap<App, LRUCache<string, number>>();

/** Counts a call of a webhook; refuses it if there were too many. Kept is when the webhook would be at rest. */
export function countCall(ctx: Ctx, options: StoredOptions): void {
  const known = rest_times.get(ctx.app) ?? new LRUCache<string, number>({ max: 20_000 });
  rest_times.set(ctx.app, known);
  const now = ctx.app.clock();
  const per_minute = options.calls_per_minute || ctx.settings.get(callsPerMinute);
  const interval_ms = 60_000 / per_minute;
  const burst = options.calls_per_minute ? Math.min(options.calls_per_minute, ctx.settings.get(callBurst)) : ctx.settings.get(callBurst);
  const next_at = Math.max(known.get(options.hook_id) ?? now, now) + interval_ms;
  const wait_ms = next_at - interval_ms * burst - now;
  if (wait_ms > 0) throw tooOftenError('web.incoming_webhook.rate.app_error', `This webhook takes ${per_minute} calls a minute. Wait ${Math.ceil(wait_ms / 1000)} s and send it again.`, wait_ms);
  known.set(options.hook_id, next_at);
}

/** Refuses a call from an address that the webhook does not name. */
export function checkAddress(options: StoredOptions, ip: string): void {
  if (options.addresses.length && !isAmong(ip, options.addresses)) throw refused(403, `This webhook takes no calls from ${ip}.`);
}

/** Refuses a call whose signature is missing or wrong. */
export function checkSignature(ctx: Ctx, options: StoredOptions, call: { readonly headers: IncomingHttpHeaders; readonly raw: string }): void {
  if (!options.signature) return;
  const secret = ctx.app.secrets.open(options.secret);
  if (secret === null) throw refused(403, 'The secret of this webhook cannot be read any more. Store it again.');
  const fault = signatureFault(options.signature, secret, call, ctx.now);
  if (fault) throw refused(403, fault);
}

/** Whether a text is an address or a network such as 192.0.2.0/24. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (rest.length || !isIP(address)) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128));
}

function isAmong(ip: string, networks: readonly string[]): boolean {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIP(plain)) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}
