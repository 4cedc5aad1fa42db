import type { ReactNode } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useT } from '../i18n/i18n.ts';
import { listShortcuts } from '../state/shortcuts.ts';
import { shell_messages as m } from './shell.messages.ts';
import styles from './ShortcutSheet.module.css';

export default function ShortcutSheet(): ReactNode {
  const t = useT();
  const shortcuts = listShortcuts();
  const groups = [...new Set(shortcuts.map((one) => t(one.group)))];
  return (
    <Dialog title={t(m.shortcuts)} size="l">
      <div className={styles.groups}>
        {groups.map((name) => (
          <section key={name}>
            <h3 className={styles.name}>{name}</h3>
            <dl>
              {shortcuts.filter((one) => t(one.group) === name).map((one) => (
                <div key={one.keys + one.label.id} className={styles.line}>
                  <dt>{t(one.label)}</dt>
                  <dd><Kbd keys={one.keys} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
