import { defineFeature } from '#kernel/server/index.ts';
import { frames } from './preferences.events.ts';
import { routes } from './preferences.routes.ts';

export { preferencesChanged, preferencesDeleted } from './preferences.events.ts';
export { readValuesOf, removeEverywhere, upsertPreferences } from './preferences.store.ts';
export { afterPreferencesChanged, beforePreferencesSaved, deletePreferences, getPreferences, savePreferences } from './preferences.ts';

export const preferencesFeature = defineFeature({
  name: 'preferences',
  area: 'identity',
  summary: 'Small settings that clients keep for each person.',
  tables: ['preferences'],
  routes,
  frames,
});
