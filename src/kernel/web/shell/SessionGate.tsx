import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Button } from '../components/Button.tsx';
import { common_messages } from '../components/common.messages.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { useT } from '../i18n/i18n.ts';
import { sessionStore } from '../state/session.state.ts';
import { loadStore, resumeSession } from '../state/session.ts';
import { shell_messages as m } from './shell.messages.ts';
import { Splash } from './Splash.tsx';
import styles from './SessionGate.module.css';

/** Pages behind it see a signed-in person whose data is loaded. The address survives the log-in. */
export function SessionGate(): ReactNode {
  const t = useT();
  const location = useLocation();
  const status = sessionStore((state) => state.status);
  const load = loadStore((state) => state.state);
  if (load === 'failed') {
    return (
      <main className={styles.page}>
        <EmptyState
          is_page
          title={t(m.unreachable_title)}
          text={t(m.unreachable_text)}
          action={<Button icon={<RefreshCw size={15} />} onClick={() => void resumeSession()}>{t(common_messages.try_again)}</Button>}
        />
      </main>
    );
  }
  if (load === 'loading' || (status === 'signed_in' && load !== 'ready')) return <Splash />;
  if (status !== 'signed_in') return <Navigate to={logInPath(location.pathname + location.search)} replace />;
  return <Outlet />;
}

function logInPath(from: string): string {
  return from === '/' ? '/login' : `/login?redirect_to=${encodeURIComponent(from)}`;
}
