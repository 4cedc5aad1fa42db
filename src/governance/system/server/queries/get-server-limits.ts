import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { countActive } from '../count-active.ts';

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
