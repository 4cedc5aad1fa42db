import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { listFields } from '../profile-attributes.store.ts';

export const listProfileFields = query({
  name: 'list-profile-fields',
  summary: 'Lists the fields that every profile has beside the usual ones.',
  input: z.object({}),
  permission: signedIn('profiles are shown to everybody'),
  run: (ctx) => listFields(ctx.db),
});
