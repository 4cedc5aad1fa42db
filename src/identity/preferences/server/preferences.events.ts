import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { Preference } from '../wire/index.ts';

type Changed = { user_id: string; preferences: Preference[] };

export const preferencesChanged = defineEvent<Changed>('preferences.changed');
export const preferencesDeleted = defineEvent<Changed>('preferences.deleted');

export const frames = [
  framesOf(preferencesChanged, ({ user_id, preferences }) => ({ event: 'preferences_changed', data: { preferences: JSON.stringify(preferences) }, ...toUser(user_id) })),
  framesOf(preferencesDeleted, ({ user_id, preferences }) => ({ event: 'preferences_deleted', data: { preferences: JSON.stringify(preferences) }, ...toUser(user_id) })),
];
