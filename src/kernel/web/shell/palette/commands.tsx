import { Keyboard, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { setTheme } from '../../state/theme.state.ts';
import { openShortcutSheet } from '../open-shortcut-sheet.tsx';
import { openSettings } from '../settings/open-settings.tsx';
import { shell_messages as m } from '../shell.messages.ts';
import type { PaletteItem, PaletteSource } from '../slots.ts';

/** What the page itself can do. */
export const commandSource: PaletteSource = {
  id: 'commands',
  title: m.commands,
  search: (text) => commands().filter((item) => matchesText(item.label, text)),
};

/** True if every typed word begins a word of the name, or is inside of it when it is not too short to mean something. */
export function matchesText(name: string, text: string): boolean {
  const whole = name.toLocaleLowerCase();
  const words = whole.split(/[\s._/-]+/);
  return text.toLocaleLowerCase().split(/\s+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)) || (part.length > 1 && whole.includes(part)));
}

function commands(): PaletteItem[] {
  return [
    { id: 'light', icon: <Sun size={16} />, label: t(m.theme_light), run: () => setTheme('light') },
    { id: 'dark', icon: <Moon size={16} />, label: t(m.theme_dark), run: () => setTheme('dark') },
    { id: 'system', icon: <Monitor size={16} />, label: t(m.theme_system), run: () => setTheme('system') },
    { id: 'settings', icon: <Settings size={16} />, label: t(m.settings), keys: 'Mod+,', run: () => openSettings() },
    { id: 'shortcuts', icon: <Keyboard size={16} />, label: t(m.shortcuts), keys: 'Mod+/', run: openShortcutSheet },
  ];
}
