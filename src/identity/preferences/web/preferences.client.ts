import type { Preference } from '#identity/preferences/wire/index.ts';
import { api, myUserId } from '#kernel/web/index.ts';
import { dropPreferences, receivePreferences, replacePreferences } from './preferences.state.ts';

const PATH = '/api/v4/users/me/preferences';

export async function fetchPreferences(): Promise<void> {
  replacePreferences(await api.get<Preference[]>(PATH));
}

/** Saves preferences of the person at this page; they show at once. Throws ApiError. */
export async function savePreferences(changes: Omit<Preference, 'user_id'>[]): Promise<void> {
  const preferences = changes.map((change) => ({ ...change, user_id: myUserId() }));
  receivePreferences(preferences);
  try {
    await api.put(PATH, preferences);
  } catch (error) {
    await fetchPreferences().catch(() => undefined);
    throw error;
  }
}

export function savePreference(category: string, name: string, value: string): Promise<void> {
  return savePreferences([{ category, name, value }]);
}

/** Removes preferences of the person at this page. Throws ApiError. */
export async function deletePreferences(keys: Pick<Preference, 'category' | 'name'>[]): Promise<void> {
  dropPreferences(keys);
  await api.post(`${PATH}/delete`, keys.map((key) => ({ ...key, user_id: myUserId(), value: '' })));
}
