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
  for (const feature of features) feature.start?.();
  void startSession();
  createRoot(document.getElementById('app')!).render(<App />);
}
