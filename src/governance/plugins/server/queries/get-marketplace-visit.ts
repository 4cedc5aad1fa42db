import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { marketplaceVisited } from '#governance/upkeep/server/feature.ts';

export const getMarketplaceVisit = query({
  name: 'get-marketplace-visit',
  summary: 'Tells whether an administrator has looked at the marketplace.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => ({ name: 'FirstAdminVisitMarketplace', value: String(ctx.settings.get(marketplaceVisited)) }),
});
