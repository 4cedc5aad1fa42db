import type { MessageDescriptor } from '../i18n/i18n.ts';

export type Shortcut = {
  /** e.g. `Mod+K`, `Alt+ArrowUp`, `Mod+/`, `Escape`. Mod = Ctrl, or Cmd on a Mac. */
  keys: string;
  /** Shown in the list of shortcuts. */
  label: MessageDescriptor;
  group: MessageDescriptor;
  /** Return false to let the key through. Without it the shortcut is only listed, its own component handles it. */
  run?: (event: KeyboardEvent) => void | false;
};

const is_mac = /mac|iphone|ipad/i.test(navigator.platform);
const registered = new Set<Shortcut>();

/** Adds shortcuts of the whole page until the returned function is called. */
export function registerShortcuts(shortcuts: Shortcut[]): () => void {
  for (const one of shortcuts) registered.add(one);
  return () => {
    for (const one of shortcuts) registered.delete(one);
  };
}

export function listShortcuts(): Shortcut[] {
  return [...registered];
}

/** The keys as this machine writes them, e.g. ['Ctrl', 'K']. */
export function keyLabels(keys: string): string[] {
  const names: Record<string, string> = { Mod: is_mac ? '⌘' : 'Ctrl', Alt: is_mac ? '⌥' : 'Alt', Shift: '⇧', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };
  return keys.split('+').map((key) => names[key] ?? key);
}

export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1)!;
  const has = (name: string) => parts.includes(name);
  const mod = is_mac ? event.metaKey : event.ctrlKey;
  const is_other_free = is_mac ? !event.ctrlKey : !event.metaKey;
  return mod === has('Mod') && is_other_free && event.altKey === has('Alt') && (event.shiftKey === has('Shift') || key === '?') && event.key.toLowerCase() === key.toLowerCase();
}

/** Listens to the whole page; the shell calls it once. */
export function startShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    for (const one of registered) {
      if (!one.run || !matchesKeys(event, one.keys) || one.run(event) === false) continue;
      event.preventDefault();
      return;
    }
  });
}
