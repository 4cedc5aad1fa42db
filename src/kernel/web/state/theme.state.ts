import { create } from 'zustand';

export type ThemeChoice = 'light' | 'dark' | 'system';
const STORAGE_KEY = 'muster.theme';
const dark_query = window.matchMedia('(prefers-color-scheme: dark)');

type ThemeState = { choice: ThemeChoice; resolved: 'light' | 'dark' };

/** What the person chose and what it means on this machine now. Kept in this browser. */
export const themeStore = create<ThemeState>(() => resolve(readChoice()));

export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem(STORAGE_KEY, choice);
  apply(choice);
}

/** Puts the theme on the page before anything is drawn, and follows the system's. */
export function startTheme(): void {
  apply(readChoice());
  dark_query.addEventListener('change', () => apply(themeStore.getState().choice));
}

function apply(choice: ThemeChoice): void {
  const state = resolve(choice);
  document.documentElement.dataset.theme = state.resolved;
  themeStore.setState(state);
}

function resolve(choice: ThemeChoice): ThemeState {
  return { choice, resolved: choice === 'system' ? (dark_query.matches ? 'dark' : 'light') : choice };
}

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
