import { deletePreferences, preferenceValue, savePreference, usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

const { flagged_post } = preference_category;

/** Whether the person keeps this post for later. */
export function useIsSaved(post_id: Id): boolean {
  return usePreference(flagged_post, post_id) === 'true';
}

export function toggleSaved(post_id: Id): void {
  const is_saved = preferenceValue(flagged_post, post_id) === 'true';
  (is_saved ? deletePreferences([{ category: flagged_post, name: post_id }]) : savePreference(flagged_post, post_id, 'true')).catch(toast.failure);
}
