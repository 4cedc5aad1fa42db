import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { useT } from '../i18n/i18n.ts';
import { shell_messages as m } from './shell.messages.ts';
import styles from './PageBoundary.module.css';

/** Shows what to do when a part of the page breaks; another address gets a new chance. */
export function PageBoundary({ children }: { children: ReactNode }): ReactNode {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <ErrorBoundary
      reset_key={pathname}
      fallback={(error, retry) => (
        <div className={styles.broken} role="alert">
          <EmptyState icon={<TriangleAlert size={20} />} title={t(m.broken_title)} text={t(m.broken_text, { reason: error.message })} action={<Button onClick={retry}>{t(m.reload)}</Button>} />
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
