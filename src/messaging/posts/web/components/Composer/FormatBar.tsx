import { Bold, Code, Italic, Link, List, ListOrdered, Quote, Strikethrough, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import { makeLink, toggleCode, toggleLines, toggleMark, type Selected } from '../../composer.rules.ts';
import styles from './Composer.module.css';
import type { TextField } from './useTextField.ts';

type Format = { label: MessageDescriptor; icon: LucideIcon; keys: string; is_rare?: boolean; change: (selected: Selected) => Selected };

export const formats: readonly Format[] = [
  { label: m.bold, icon: Bold, keys: 'Mod+B', change: (selected) => toggleMark(selected, '**') },
  { label: m.italic, icon: Italic, keys: 'Mod+I', change: (selected) => toggleMark(selected, '*') },
  { label: m.strike, icon: Strikethrough, keys: 'Mod+Shift+X', is_rare: true, change: (selected) => toggleMark(selected, '~~') },
  { label: m.link, icon: Link, keys: 'Mod+K', change: (selected) => makeLink(selected) },
  { label: m.code, icon: Code, keys: 'Mod+E', change: toggleCode },
  { label: m.bullets, icon: List, keys: 'Mod+Shift+8', change: (selected) => toggleLines(selected, '- ') },
  { label: m.numbers, icon: ListOrdered, keys: 'Mod+Shift+7', is_rare: true, change: (selected) => toggleLines(selected, '1. ') },
  { label: m.quote, icon: Quote, keys: 'Mod+Shift+9', is_rare: true, change: (selected) => toggleLines(selected, '> ') },
];

/** Buttons that put Markdown around the selection. */
export function FormatBar({ field }: { field: TextField }): ReactNode {
  const t = useT();
  return (
    <div className={styles.formats} role="group" aria-label={t(m.formatting)}>
      {formats.map(({ label, icon: Icon, keys, is_rare, change }) => (
        <IconButton key={keys} label={t(label)} keys={keys} icon={<Icon size={16} />} className={is_rare ? styles.rare : undefined} onPointerDown={(event) => event.preventDefault()} onClick={() => field.write(change(field.read()))} />
      ))}
    </div>
  );
}
