import { Tabs } from 'radix-ui';
import { Suspense, type ReactNode } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useT } from '../../i18n/i18n.ts';
import { shell_messages as m } from '../shell.messages.ts';
import { shell_slots } from '../slots.ts';
import styles from './SettingsDialog.module.css';

export default function SettingsDialog({ page_id }: { page_id?: string | undefined }): ReactNode {
  const t = useT();
  const pages = shell_slots.settings.all();
  return (
    <Dialog title={t(m.settings)} size="l" is_flush>
      <Tabs.Root className={styles.settings} defaultValue={page_id ?? pages[0]?.id ?? ''} orientation="vertical">
        <Tabs.List className={styles.list} aria-label={t(m.settings)}>
          {pages.map(({ id, title, icon: Icon }) => (
            <Tabs.Trigger key={id} value={id} className={styles.tab}><Icon size={16} />{t(title)}</Tabs.Trigger>
          ))}
        </Tabs.List>
        {pages.map(({ id, component: Page }) => (
          <Tabs.Content key={id} value={id} className={styles.page}>
            <Suspense fallback={<Skeleton height={120} />}><Page /></Suspense>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
