import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { incomingVendor } from '../webhooks.extensions.ts';

/** The tools whose payloads incoming webhooks understand. */
export const listWebhookVendors = query({
  name: 'list-webhook-vendors',
  summary: 'List the tools whose payloads incoming webhooks understand without a mapping.',
  input: z.object({}),
  permission: signedIn('it is the same for everybody and says nothing of anybody'),
  run: (ctx) => ctx.app.all(incomingVendor).map(({ name, title, is_chosen }) => ({ name, title, is_guessed: !is_chosen })),
});
