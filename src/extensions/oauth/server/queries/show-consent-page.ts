import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';

export const showConsentPage = query({
  name: 'show-consent-page',
  summary: 'Show the page on which a person decides about an app.',
  input: z.object({}),
  permission: anyone('the page itself asks who is there'),
  run: () => undefined,
});
