import { createRoot } from 'react-dom/client';
import type { WebFeature } from '../feature.ts';
import { registerFeatures } from '../state/catalogue.state.ts';
import { startSession } from '../state/session.ts';
import { startShortcuts } from '../state/shortcuts.ts';
import { startTheme } from '../state/theme.state.ts';
import { App } from './App.tsx';

/** Draws the page with these features. Called once by `src/web.tsx`. */
export function startPage(features: readonly WebFeature[]): void {
  registerFeatures(features);
  startTheme();
  startShortcuts();
  reloadAfterUpgrade();
  for (const feature of features) feature.start?.();
  void startSession();
  createRoot(document.getElementById('app')!).render(<App />);
}

const RELOADED_KEY = 'muster.reloaded_at';
const RELOAD_PAUSE_MS = 60_000;

// After an upgrade of the server the parts that this page would still fetch are gone: load the new page, but never in a circle.
function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED_KEY)) < RELOAD_PAUSE_MS) return;
    sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
