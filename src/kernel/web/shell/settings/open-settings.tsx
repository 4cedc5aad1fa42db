import { lazy, Suspense } from 'react';
import { openDialog } from '../../state/dialog.state.ts';

const SettingsDialog = lazy(() => import('./SettingsDialog.tsx'));

/** Opens the settings of the person, at a page if one is named. */
export function openSettings(page_id?: string): void {
  openDialog(<Suspense fallback={null}><SettingsDialog page_id={page_id} /></Suspense>);
}
