import { invalidBody, userError } from '#kernel/server/index.ts';
import type { Preference } from '../wire/index.ts';

const MAX_AT_ONCE = 100;

/** Throws unless there are some, not too many, and all of this person. */
export function demandOwn(user_id: string, preferences: readonly Preference[], what: string): void {
  if (!preferences.length || preferences.length > MAX_AT_ONCE) throw invalidBody('preferences', `Give 1 to ${MAX_AT_ONCE} of them.`);
  if (preferences.some((one) => one.user_id !== user_id)) throw userError(`api.preference.${what}.app_error`, 'All preferences must be of the person in the address.', 403);
}
