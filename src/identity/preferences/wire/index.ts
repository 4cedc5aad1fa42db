import type { Id, JsonText } from '#kernel/wire/index.ts';

/** Key is (user_id, category, name). */
export type Preference = {
  user_id: Id;
  category: string;
  name: string;
  value: string;
};

export const preference_limits = { category_max: 32, name_max: 32, value_max: 20000 } as const;

/** Categories that the server or the page give a meaning. */
export const preference_category = {
  direct_channel_show: 'direct_channel_show',
  group_channel_show: 'group_channel_show',
  flagged_post: 'flagged_post',
  favorite_channel: 'favorite_channel',
  sidebar_settings: 'sidebar_settings',
  display_settings: 'display_settings',
  advanced_settings: 'advanced_settings',
  notifications: 'notifications',
  theme: 'theme',
  last: 'last',
  custom_status: 'custom_status',
} as const;

export type PreferenceEvents = {
  preference_changed: { preference: JsonText<Preference> };
  preferences_changed: { preferences: JsonText<Preference[]> };
  preferences_deleted: { preferences: JsonText<Preference[]> };
};
