import type { ReactNode } from 'react';
import { keyLabels } from '../state/shortcuts.ts';
import styles from './Kbd.module.css';

/** Keys of a shortcut as this machine writes them. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return (
    <span className={styles.keys}>
      {keyLabels(keys).map((key) => <kbd key={key} className={styles.key}>{key}</kbd>)}
    </span>
  );
}
