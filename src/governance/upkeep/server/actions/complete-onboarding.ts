import { z } from 'zod';
import { action, setting } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

/** Whether the first administrator has seen the tour of a new server. */
export const onboardingComplete = setting({ key: 'MusterSettings.FirstAdminSetupComplete', default: false, summary: 'The first administrator has set this server up.' });
export const marketplaceVisited = setting({ key: 'MusterSettings.FirstAdminVisitMarketplace', default: false, summary: 'An administrator has looked at the marketplace.' });

export const completeOnboarding = action({
  name: 'complete-onboarding',
  summary: 'Notes that the first administrator has set this server up.',
  input: z.object({ organization: z.string().nullish(), install_plugins: z.array(z.string()).nullish() }),
  permission: inSystem('manage_system'),
  run: (ctx) => ctx.settings.set(onboardingComplete, true),
});
