import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';

/** The names that a subscription can hear. */
export const listSubscribableEvents = query({
  name: 'list-subscribable-events',
  summary: 'List the names of the events that a subscription can hear.',
  input: z.object({}),
  permission: signedIn('the names are the same on every server'),
  run: (ctx) => ({ events: ctx.app.event_names }),
});
