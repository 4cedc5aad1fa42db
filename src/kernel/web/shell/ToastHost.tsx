import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { classNames } from '../components/class-names.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useT } from '../i18n/i18n.ts';
import { dismissToast, toastStore, type Toast } from '../state/toast.state.ts';
import { shell_messages as m } from './shell.messages.ts';
import styles from './ToastHost.module.css';

/** Draws the notes at the foot of the page and reads them out politely. */
export function ToastHost(): ReactNode {
  const t = useT();
  const toasts = toastStore((state) => state.toasts);
  return (
    <section className={styles.host} aria-label={t(m.notes)} aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => <ToastLine key={toast.id} toast={toast} />)}
    </section>
  );
}

function ToastLine({ toast }: { toast: Toast }): ReactNode {
  const t = useT();
  const [is_held, setIsHeld] = useState(false);
  useEffect(() => {
    if (is_held) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id, false), toast.duration_ms);
    return () => clearTimeout(timer);
  }, [toast, is_held]);
  return (
    <div
      className={classNames(styles.toast, toast.tone === 'bad' && styles.bad)}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p className={styles.text}>{toast.text}</p>
      {toast.action && <Button size="s" className={styles.action} onClick={() => dismissToast(toast.id, true)}>{toast.action.label}</Button>}
      <IconButton size="s" tone="rail" label={t(m.dismiss)} icon={<X size={15} />} onClick={() => dismissToast(toast.id, false)} />
    </div>
  );
}
