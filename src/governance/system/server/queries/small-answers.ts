import { z } from 'zod';
import { fields, invalidParam, query, signedIn } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { countActive } from './analytics.ts';

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

export const listTimezones = query({
  name: 'list-timezones',
  summary: 'Lists the time zones that a person can choose.',
  input: z.object({}),
  permission: signedIn('it is common knowledge'),
  run: () => Intl.supportedValuesOf('timeZone'),
});

export const getServerLimits = query({
  name: 'get-server-limits',
  summary: 'Tells how many people this server may have: any number (0).',
  input: z.object({}),
  permission: signedIn('clients ask it at the start; the number of people is shown to administrators only'),
  run: async (ctx) => ({
    maxUsersLimit: 0,
    maxUsersHardLimit: 0,
    activeUserCount: (await hasPermission(ctx, 'sysconsole_read_user_management_users')) ? await countActive(ctx) : 0,
    singleChannelGuestCount: 0,
    singleChannelGuestLimit: 0,
    postHistoryLimit: 0,
    lastAccessiblePostTime: 0,
  }),
});

export const getRedirectLocation = query({
  name: 'get-redirect-location',
  summary: 'Tells where a short link leads. This server does not visit links for it, so the place is unknown.',
  input: z.object({ url: z.string().default('') }),
  permission: signedIn('nothing is looked up'),
  run: (_ctx, { url }) => {
    if (!url) throw invalidParam('url');
    return { location: '' };
  },
});
