import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { marketplaceVisited } from '#governance/upkeep/server/feature.ts';

export const markMarketplaceVisit = action({
  name: 'mark-marketplace-visit',
  summary: 'Notes that an administrator has looked at the marketplace.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => ctx.settings.set(marketplaceVisited, true),
});
