import type { PreferenceEvents } from '#identity/preferences/wire/index.ts';
import { parseJsonText, realtime } from '#kernel/web/index.ts';
import { dropPreferences, receivePreferences } from './preferences.state.ts';

export function listenToPreferences(): void {
  realtime.on<PreferenceEvents['preference_changed']>('preference_changed', (data) => receivePreferences([parseJsonText(data.preference)]));
  realtime.on<PreferenceEvents['preferences_changed']>('preferences_changed', (data) => receivePreferences(parseJsonText(data.preferences)));
  realtime.on<PreferenceEvents['preferences_deleted']>('preferences_deleted', (data) => dropPreferences(parseJsonText(data.preferences)));
}
