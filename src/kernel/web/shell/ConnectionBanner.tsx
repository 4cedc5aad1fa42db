import { WifiOff } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Spinner } from '../components/Spinner.tsx';
import { useT } from '../i18n/i18n.ts';
import { realtimeState } from '../realtime/realtime.state.ts';
import { shell_messages as m } from './shell.messages.ts';
import styles from './ConnectionBanner.module.css';

// Short breaks are nobody's business.
const PATIENCE_MS = 2000;

/** Says that the server is away, and what happens with what one writes meanwhile. */
export function ConnectionBanner(): ReactNode {
  const t = useT();
  const lost_at = realtimeState((state) => state.lost_at);
  const status = realtimeState((state) => state.status);
  const [is_shown, setIsShown] = useState(false);
  useEffect(() => {
    if (!lost_at) {
      setIsShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setIsShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [lost_at]);
  return (
    <div role="status" aria-live="polite">
      {is_shown && (
        <p className={styles.banner}>
          <WifiOff size={15} aria-hidden="true" />
          <span className={styles.text}>{t(m.lost)}</span>
          {status === 'connecting' && <span className={styles.trying}><Spinner size={13} />{t(m.reconnecting)}</span>}
        </p>
      )}
    </div>
  );
}
