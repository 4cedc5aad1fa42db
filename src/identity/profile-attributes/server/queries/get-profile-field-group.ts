import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import { GROUP_ID } from '../profile-attributes.store.ts';

export const getProfileFieldGroup = query({
  name: 'get-profile-field-group',
  summary: 'Gets the id of the group that all fields of profiles are in.',
  input: z.object({}),
  permission: signedIn('it is the same on every server'),
  run: () => ({ id: GROUP_ID }),
});
