import type { ReactElement } from 'react';
import { create } from 'zustand';

export type OpenDialog = { id: number; element: ReactElement };

/** Dialogs over the page, the topmost last. */
export const dialogStore = create<{ open: OpenDialog[] }>(() => ({ open: [] }));
let last_id = 0;

/** Opens a dialog from anywhere: `openDialog(<CreateChannelDialog team_id={id} />)`. The element renders a Dialog. */
export function openDialog(element: ReactElement): () => void {
  const id = ++last_id;
  dialogStore.setState(({ open }) => ({ open: [...open, { id, element }] }));
  return () => closeDialog(id);
}

export function closeDialog(id: number): void {
  dialogStore.setState(({ open }) => ({ open: open.filter((one) => one.id !== id) }));
}

export function closeAllDialogs(): void {
  dialogStore.setState({ open: [] });
}
