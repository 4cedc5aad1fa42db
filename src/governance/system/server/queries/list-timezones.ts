import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';

export const listTimezones = query({
  name: 'list-timezones',
  summary: 'Lists the time zones that a person can choose.',
  input: z.object({}),
  permission: signedIn('it is common knowledge'),
  run: () => Intl.supportedValuesOf('timeZone'),
});
