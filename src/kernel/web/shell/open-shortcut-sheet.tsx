import { lazy, Suspense } from 'react';
import { openDialog } from '../state/dialog.state.ts';

const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));

/** Shows all shortcuts of the page. */
export function openShortcutSheet(): void {
  openDialog(<Suspense fallback={null}><ShortcutSheet /></Suspense>);
}
