import { Bookmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, panel, usePanel, useT } from '#kernel/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import styles from './Search.module.css';

/** In the page's header: the messages that the person keeps. */
export function SavedButton(): ReactNode {
  const t = useT();
  const is_open = usePanel()?.kind === 'saved';
  return <IconButton tone="rail" className={styles.saved} tooltip_side="bottom" label={t(m.saved)} icon={<Bookmark size={17} />} is_active={is_open} aria-pressed={is_open} onClick={() => panel.toggle({ kind: 'saved' })} />;
}
