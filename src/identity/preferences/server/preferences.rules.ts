import { userError, type AppError } from '#kernel/server/index.ts';
import { preference_limits, type Preference } from '../wire/index.ts';

const MOST_VISIBLE_DMS = 40;

/** Throws the protocol's error for a preference that cannot be kept. */
export function checkPreference({ category, name, value }: Preference): void {
  if (!category || [...category].length > preference_limits.category_max) throw invalid('category', `A category has 1 to ${preference_limits.category_max} characters.`);
  if ([...name].length > preference_limits.name_max) throw invalid('name', `A name has at most ${preference_limits.name_max} characters.`);
  if ([...value].length > preference_limits.value_max) throw invalid('value', `A value has at most ${preference_limits.value_max} characters.`);
  if (category === 'theme' && !isTheme(value)) throw invalid('theme', 'A theme is a JSON object of colours.');
  if (category === 'sidebar_settings' && name === 'limit_visible_dms_gms' && !(Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= MOST_VISIBLE_DMS)) {
    throw invalid('limit_visible_dms_gms', `The number of direct messages to show is from 1 to ${MOST_VISIBLE_DMS}.`);
  }
}

/** What a new person starts with. */
export function firstPreferences(user_id: string): Preference[] {
  return [
    { user_id, category: 'recommended_next_steps', name: 'hide', value: 'false' },
    { user_id, category: 'system_notice', name: 'GMasDM', value: 'true' },
    { user_id, category: 'tutorial_step', name: user_id, value: '0' },
  ];
}

function isTheme(value: string): boolean {
  try {
    const theme: unknown = JSON.parse(value);
    return theme !== null && typeof theme === 'object' && Object.values(theme).every((part) => typeof part === 'string');
  } catch {
    return false;
  }
}

function invalid(what: string, message: string): AppError {
  return userError(`model.preference.is_valid.${what}.app_error`, message);
}
