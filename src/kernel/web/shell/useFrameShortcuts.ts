import { useEffect } from 'react';
import { dialogStore } from '../state/dialog.state.ts';
import { panel, panelStore } from '../state/panel.state.ts';
import { registerShortcuts } from '../state/shortcuts.ts';
import { openPalette } from './palette/open-palette.tsx';
import { openSettings } from './settings/open-settings.tsx';
import { openShortcutSheet } from './open-shortcut-sheet.tsx';
import { shell_messages as m } from './shell.messages.ts';

/** Keys that work everywhere in the frame. */
export function useFrameShortcuts(): void {
  useEffect(
    () =>
      registerShortcuts([
        { keys: 'Mod+K', group: m.group_everywhere, label: m.key_palette, run: () => openPalette() },
        { keys: 'Mod+/', group: m.group_everywhere, label: m.key_shortcuts, run: () => openShortcutSheet() },
        { keys: 'Mod+,', group: m.group_everywhere, label: m.key_settings, run: () => openSettings() },
        { keys: 'Escape', group: m.group_everywhere, label: m.key_close, run: closeTopmost },
      ]),
    [],
  );
}

// Dialogs and menus close themselves; what is left is the panel.
function closeTopmost(): void | false {
  if (dialogStore.getState().open.length || !panelStore.getState().stack.length) return false;
  panel.back();
}

