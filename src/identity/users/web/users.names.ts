import { useMemo } from 'react';
import { preferenceValue, usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { configValue, useConfig } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useUser } from './users.state.ts';

export type NameFormat = 'username' | 'nickname_full_name' | 'full_name';
const DEFAULT_FORMAT: NameFormat = 'nickname_full_name';

/** A person's name as this reader wants names to be written. */
export function displayName(user: User | undefined): string {
  return formatName(user, currentFormat(preferenceValue(preference_category.display_settings, 'name_format'), configValue('LockTeammateNameDisplay'), configValue('TeammateNameDisplay')));
}

/** `displayName` of a person by id, renewed when name or setting change. '' while unknown. */
export function useDisplayName(user_id: Id): string {
  const user = useUser(user_id);
  const format = useNameFormat();
  return formatName(user, format);
}

/** A function like `displayName` for lists, renewed when the setting changes. */
export function useFormatName(): (user: User | undefined) => string {
  const format = useNameFormat();
  return useMemo(() => (user) => formatName(user, format), [format]);
}

export function useNameFormat(): NameFormat {
  const chosen = usePreference(preference_category.display_settings, 'name_format');
  return currentFormat(chosen, useConfig('LockTeammateNameDisplay'), useConfig('TeammateNameDisplay'));
}

function currentFormat(chosen: string, is_locked: string, by_server: string): NameFormat {
  const format = is_locked === 'true' ? by_server : chosen;
  return format === 'username' || format === 'full_name' || format === 'nickname_full_name' ? format : DEFAULT_FORMAT;
}

export function formatName(user: User | undefined, format: NameFormat): string {
  if (!user) return '';
  const full_name = `${user.first_name} ${user.last_name}`.trim();
  if (format === 'username') return user.username;
  if (format === 'nickname_full_name' && user.nickname) return user.nickname;
  return full_name || user.username;
}
