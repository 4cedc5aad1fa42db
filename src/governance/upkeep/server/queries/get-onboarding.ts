import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { onboardingComplete } from '../actions/complete-onboarding.ts';

export const getOnboarding = query({
  name: 'get-onboarding',
  summary: 'Tells whether the first administrator has set this server up.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => ({ name: 'FirstAdminSetupComplete', value: String(ctx.settings.get(onboardingComplete)) }),
});
