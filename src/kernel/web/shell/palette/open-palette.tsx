import { openDialog } from '../../state/dialog.state.ts';
import { Palette } from './Palette.tsx';

/** Opens the search and command palette. */
export function openPalette(): void {
  openDialog(<Palette />);
}
