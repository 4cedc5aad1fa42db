import { extensionPoint, type App, type Ctx } from '#kernel/server/index.ts';
import type { Preference } from '../wire/index.ts';
import { preferencesChanged, preferencesDeleted } from './preferences.events.ts';
import { readCategory, readPreferences, removePreferences, upsertPreferences } from './preferences.store.ts';

/** Checks preferences that a client wants to save; throws to refuse. Features fill it for categories that name things of theirs. */
export const beforePreferencesSaved = extensionPoint<(ctx: Ctx, user_id: string, list: readonly Preference[]) => Promise<void>>('preferences.before-saved');

/** Runs after preferences were saved or removed, before the answer: what mirrors them follows at once. */
export const afterPreferencesChanged = extensionPoint<(ctx: Ctx, user_id: string, change: { saved: readonly Preference[]; removed: readonly Preference[] }) => Promise<void>>('preferences.after-changed');

/** The preferences of a person, all or those of one category. */
export function getPreferences(app: App, user_id: string, category?: string): Promise<Preference[]> {
  return category === undefined ? readPreferences(app.db, user_id) : readCategory(app.db, user_id, category);
}

/** Saves preferences and tells the person's clients. It asks for no permission: its caller has. */
export async function savePreferences(ctx: Ctx, user_id: string, list: readonly Omit<Preference, 'user_id'>[]): Promise<void> {
  const preferences = list.map(({ category, name, value }) => ({ user_id, category, name, value }));
  await upsertPreferences(ctx.db, preferences);
  ctx.emit(preferencesChanged, { user_id, preferences });
  for (const follow of ctx.app.all(afterPreferencesChanged)) await follow(ctx, user_id, { saved: preferences, removed: [] });
}

/** Removes preferences and tells the person's clients. */
export async function deletePreferences(ctx: Ctx, user_id: string, list: readonly Preference[]): Promise<void> {
  await removePreferences(ctx.db, user_id, list);
  ctx.emit(preferencesDeleted, { user_id, preferences: [...list] });
  for (const follow of ctx.app.all(afterPreferencesChanged)) await follow(ctx, user_id, { saved: [], removed: list });
}
