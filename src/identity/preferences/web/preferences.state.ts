import { useMemo } from 'react';
import { create } from 'zustand';
import type { Preference } from '#identity/preferences/wire/index.ts';

/** `category/name` → value. */
type Values = Record<string, string>;

export const preferencesStore = create<{ values: Values; is_loaded: boolean }>(() => ({ values: {}, is_loaded: false }));

const keyOf = (category: string, name: string): string => `${category}/${name}`;

export function replacePreferences(preferences: Preference[]): void {
  preferencesStore.setState({ values: asValues(preferences), is_loaded: true });
}

export function receivePreferences(preferences: Preference[]): void {
  preferencesStore.setState(({ values }) => ({ values: { ...values, ...asValues(preferences) } }));
}

export function dropPreferences(preferences: Pick<Preference, 'category' | 'name'>[]): void {
  const dropped = new Set(preferences.map((one) => keyOf(one.category, one.name)));
  preferencesStore.setState(({ values }) => ({ values: Object.fromEntries(Object.entries(values).filter(([key]) => !dropped.has(key))) }));
}

export function forgetPreferences(): void {
  preferencesStore.setState({ values: {}, is_loaded: false });
}

/** A preference's value, or `fallback` while it is not set. */
export function preferenceValue(category: string, name: string, fallback = ''): string {
  return preferencesStore.getState().values[keyOf(category, name)] ?? fallback;
}

export function usePreference(category: string, name: string, fallback = ''): string {
  return preferencesStore((state) => state.values[keyOf(category, name)] ?? fallback);
}

/** All names of a category with their values, e.g. the flagged posts. */
export function usePreferenceCategory(category: string): Values {
  const values = preferencesStore((state) => state.values);
  return useMemo(() => categoryOf(values, category), [values, category]);
}

export function preferenceCategory(category: string): Values {
  return categoryOf(preferencesStore.getState().values, category);
}

function categoryOf(values: Values, category: string): Values {
  const prefix = keyOf(category, '');
  return Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]));
}

function asValues(preferences: Preference[]): Values {
  return Object.fromEntries(preferences.map((one) => [keyOf(one.category, one.name), one.value]));
}
