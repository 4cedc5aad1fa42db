import { z } from 'zod';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { incoming_webhook_limits as limits, type IncomingWebhookOptions } from '../../wire/index.ts';
import { isNetwork } from '../admit.ts';
import { evaluateMapping } from '../mapping.ts';
import { managesWebhook } from '../webhooks.permissions.ts';
import { incomingVendor } from '../webhooks.extensions.ts';
import { forgetOptions, optionsOf, presentOptions, saveOptions } from '../webhooks.options.ts';

const YEAR_MS = 366 * 86_400_000;

/** Changes what an incoming webhook can do beyond the protocol: what is not named stays. */
export const patchWebhookOptions = action({
  name: 'patch-webhook-options',
  summary: 'Change the mapping, vendor, signature, limits and allowed addresses of an incoming webhook.',
  input: z.object({
    hook_id: fields.id(),
    vendor: z.string().max(64).nullish(),
    mapping: fields.text(limits.mapping_max).nullish(),
    signature: z.enum(['', 'github', 'standard', 'token', 'sentry', 'pagerduty']).nullish(),
    secret: fields.text(512).nullish(),
    addresses: z.array(z.string().max(64)).max(limits.addresses_max).nullish(),
    max_bytes: z.number().int().min(0).max(16_777_216).nullish(),
    calls_per_minute: z.number().int().min(0).max(1_000_000).nullish(),
    reopen_after_ms: z.number().int().min(-1).max(YEAR_MS).nullish(),
  }),
  permission: managesWebhook,
  run: async (ctx, { hook_id, secret, ...changes }): Promise<IncomingWebhookOptions> => {
    const before = await optionsOf(ctx.app, hook_id);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null && value !== undefined));
    const after = { ...before, ...given, update_at: ctx.now, secret: typeof secret === 'string' ? (secret && ctx.app.secrets.seal(secret)) : before.secret };
    const names = ['', 'none', ...ctx.app.all(incomingVendor).map((vendor) => vendor.name)];
    if (!names.includes(after.vendor)) throw invalidBody('vendor', `It is one of ${names.filter(Boolean).join(', ')}, or empty.`);
    const wrong = after.addresses.find((address) => !isNetwork(address));
    if (wrong !== undefined) throw invalidBody('addresses', `"${wrong}" is no address or network such as 192.0.2.7 or 192.0.2.0/24.`);
    if (after.signature && !after.secret) throw invalidBody('secret', 'A signature needs a secret.');
    if (after.mapping && after.mapping !== before.mapping) await checkMapping(after.mapping);
    await saveOptions(ctx.db, after);
    forgetOptions(ctx.app, hook_id);
    return presentOptions(after);
  },
});

// Only an expression that cannot be read is refused here: what it does depends on the payload.
async function checkMapping(mapping: string): Promise<void> {
  const { fault } = await evaluateMapping(mapping, {});
  if (fault?.position && /^S\d/.test(fault.code)) throw invalidBody('mapping', `At character ${fault.position}: ${fault.message}`);
}
