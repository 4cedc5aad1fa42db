import type { ReactNode } from 'react';
import { DialogCloseProvider } from '../components/Dialog.tsx';
import { closeDialog, dialogStore } from '../state/dialog.state.ts';
import { PageBoundary } from './PageBoundary.tsx';

/** Draws what `openDialog` opened. */
export function DialogHost(): ReactNode {
  const open = dialogStore((state) => state.open);
  return open.map(({ id, element }) => (
    <DialogCloseProvider key={id} value={() => closeDialog(id)}>
      <PageBoundary>{element}</PageBoundary>
    </DialogCloseProvider>
  ));
}
