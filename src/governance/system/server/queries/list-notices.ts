import { z } from 'zod';
import { fields, invalidParam, query, signedIn } from '#kernel/server/index.ts';

const CLIENTS = ['all', 'web', 'desktop', 'mobile', 'mobile-ios', 'mobile-android'];

export const listNotices = query({
  name: 'list-notices',
  summary: 'Lists news about the product for this person. Muster has none to tell.',
  input: z.object({ team_id: fields.id(), client: z.string().default('all') }),
  permission: signedIn('the list is the same for everybody'),
  run: (_ctx, { client }) => {
    if (!CLIENTS.includes(client)) throw invalidParam('client', `It is one of ${CLIENTS.join(', ')}.`);
    return [];
  },
});
