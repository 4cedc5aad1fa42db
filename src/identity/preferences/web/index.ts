import { defineWebFeature } from '#kernel/web/index.ts';
import { fetchPreferences } from './preferences.client.ts';
import { listenToPreferences } from './preferences.realtime.ts';
import { forgetPreferences } from './preferences.state.ts';

export { deletePreferences, savePreference, savePreferences } from './preferences.client.ts';
export { preferenceCategory, preferencesStore, preferenceValue, usePreference, usePreferenceCategory } from './preferences.state.ts';

export default defineWebFeature({
  name: 'preferences',
  start: listenToPreferences,
  load: fetchPreferences,
  forget: forgetPreferences,
});
