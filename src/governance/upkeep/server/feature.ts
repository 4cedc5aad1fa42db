import { actionGuard, defineFeature } from '#kernel/server/index.ts';
import { marketplaceVisited, onboardingComplete } from './actions/complete-onboarding.ts';
import { followBusy, refuseWhenBusy } from './busy.ts';
import { routes } from './upkeep.routes.ts';

export { marketplaceVisited } from './actions/complete-onboarding.ts';

export const upkeepFeature = defineFeature({
  name: 'upkeep',
  area: 'governance',
  summary: 'What keeps a server well: relief, caches, connections, checks.',
  routes,
  settings: [onboardingComplete, marketplaceVisited],
  contributes: [actionGuard.add(refuseWhenBusy)],
  start: followBusy,
});
