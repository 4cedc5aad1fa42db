import { defineFeature } from '#kernel/server/index.ts';
import { userErased } from '#identity/users/server/feature.ts';
import { frames } from './profile-attributes.events.ts';
import { routes } from './profile-attributes.routes.ts';
import { deleteValuesOfUser } from './profile-attributes.store.ts';

export const profileAttributesFeature = defineFeature({
  name: 'profile-attributes',
  area: 'identity',
  summary: 'Fields that an administrator adds to the profiles of everybody.',
  tables: ['profile_fields', 'profile_values'],
  routes,
  frames,
  contributes: [userErased.add((ctx, user_id) => deleteValuesOfUser(ctx.db, user_id))],
});
