import { Laptop, Smartphone } from 'lucide-react';
import { Suspense, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { Session } from '#identity/sessions/wire/index.ts';
import { user_limits } from '#identity/users/wire/index.ts';
import { api, Button, Chip, formatAgo, FormError, intl, ListRow, SettingsSection, Skeleton, toast, useConfig, useNow, useSubmit, useT } from '#kernel/web/index.ts';
import { fetchSessions, revokeSession } from '../sessions.client.ts';
import { session_messages as m } from '../sessions.messages.ts';
import { security_sections } from '../sessions.slots.ts';
import { PasswordField } from './PasswordField.tsx';
import styles from './SecuritySettings.module.css';

export default function SecuritySettings(): ReactNode {
  return (
    <>
      <PasswordSection />
      <SessionsSection />
      {security_sections.all().map((Section, i) => <Suspense key={i} fallback={<Skeleton height={48} />}><Section /></Suspense>)}
    </>
  );
}

function PasswordSection(): ReactNode {
  const t = useT();
  const [current_password, setCurrent] = useState('');
  const [new_password, setNew] = useState('');
  const min = Number(useConfig('PasswordMinimumLength')) || user_limits.password_min;
  const { is_busy, error, setError, submit } = useSubmit({ 'api.user.update_password.incorrect.app_error': m.wrong_current });
  const change = (event: FormEvent): void => {
    event.preventDefault();
    if (new_password.length < min) return setError(t(m.password_short, { min }));
    submit(
      () => api.put('/api/v4/users/me/password', { current_password, new_password }),
      () => {
        setCurrent('');
        setNew('');
        toast.show(t(m.changed));
      },
    );
  };
  return (
    <SettingsSection title={t(m.change_password)}>
      <form className={styles.form} onSubmit={change} noValidate>
        <PasswordField label={t(m.current_password)} value={current_password} on_change={setCurrent} />
        <PasswordField label={t(m.new_password)} hint={t(m.password_short, { min })} value={new_password} on_change={setNew} is_new />
        <FormError>{error}</FormError>
        <Button type="submit" is_busy={is_busy} disabled={!current_password || !new_password}>{t(m.change)}</Button>
      </form>
    </SettingsSection>
  );
}

function SessionsSection(): ReactNode {
  const t = useT();
  const [sessions, setSessions] = useState<Session[]>();
  useEffect(() => void fetchSessions().then(setSessions, toast.failure), []);
  const newest = sessions?.toSorted((a, b) => b.last_activity_at - a.last_activity_at);
  const end = (session: Session): void =>
    void revokeSession(session.id).then(() => {
      setSessions((all) => all?.filter((one) => one.id !== session.id));
      toast.show(t(m.ended));
    }, toast.failure);
  return (
    <SettingsSection title={t(m.sessions)} text={t(m.sessions_text)}>
      <div className={styles.list}>
        {newest ? newest.map((session) => <SessionLine key={session.id} session={session} on_end={() => end(session)} />) : <Skeleton height={48} />}
      </div>
    </SettingsSection>
  );
}

function SessionLine({ session, on_end }: { session: Session; on_end: () => void }): ReactNode {
  const t = useT();
  const now = useNow();
  const { os = '', csrf = '' } = session.props ?? {};
  const browser = browserName(session.props?.browser ?? '');
  const is_this = csrf !== '' && document.cookie.includes(`MMCSRF=${csrf}`);
  const Icon = session.device_id ? Smartphone : Laptop;
  return (
    <ListRow
      start={<Icon size={18} />}
      title={<>{browser && os ? t(m.session_line, { browser, os }) : browser || os || t(m.session_unknown)}{is_this && <Chip size="s" tone="good">{t(m.this_session)}</Chip>}</>}
      text={t(m.last_active, { ago: formatAgo(session.last_activity_at, now), date: intl.formatDate(session.create_at, { dateStyle: 'medium' }) })}
      end={!is_this && <Button size="s" onClick={on_end}>{t(m.end_session)}</Button>}
    />
  );
}

// `Chrome/156.0.0.0` becomes `Chrome 156`; what the server could not tell is left out.
function browserName(text: string): string {
  return text.startsWith('Unknown') ? '' : text.replace(/\/(\d+)[\d.]*$/, ' $1');
}
