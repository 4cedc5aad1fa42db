import { defineFeature } from '#kernel/server/index.ts';
import { afterUserCreated } from '#identity/users/server/feature.ts';
import { frames } from './preferences.events.ts';
import { routes } from './preferences.routes.ts';
import { firstPreferences } from './preferences.rules.ts';
import { upsertPreferences } from './preferences.store.ts';

export { preferencesChanged, preferencesDeleted } from './preferences.events.ts';
export { readValuesOf, removeEverywhere, removePreferences, upsertPreferences } from './preferences.store.ts';
export { savePreferencesOf } from './actions/save-preferences.ts';
export { afterPreferencesChanged, beforePreferencesSaved, deletePreferences, getPreferences, savePreferences } from './preferences.ts';

export const preferencesFeature = defineFeature({
  name: 'preferences',
  area: 'identity',
  summary: 'Small settings that clients keep for each person.',
  tables: ['preferences'],
  routes,
  frames,
  contributes: [afterUserCreated.add(async (ctx, user) => (user.is_bot ? undefined : upsertPreferences(ctx.db, firstPreferences(user.id))))],
});
