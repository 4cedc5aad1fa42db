import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { BarePage, Button, Field, FormError, Input, toast, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import { user_limits } from '#identity/users/wire/index.ts';
import { PasswordField } from '../components/PasswordField.tsx';
import { resetPassword, sendPasswordReset } from '../sessions.client.ts';
import { session_messages as m } from '../sessions.messages.ts';
import styles from './pages.module.css';

/** Asks for the mail with the link. */
export function ResetPasswordPage(): ReactNode {
  const t = useT();
  const [email, setEmail] = useState('');
  const [sent_to, setSentTo] = useState('');
  const { is_busy, error, submit } = useSubmit();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (email.trim()) submit(() => sendPasswordReset(email.trim()), () => setSentTo(email.trim()));
  };
  return (
    <BarePage title={t(m.reset_title)} text={t(m.reset_text)} foot={<Link to="/login">{t(m.back_to_log_in)}</Link>}>
      {sent_to ? (
        <p className={styles.note} role="status">{t(m.reset_sent, { email: sent_to })}</p>
      ) : (
        <form onSubmit={send} noValidate>
          <Field label={t(m.reset_email)}>
            {(control) => <Input {...control} type="email" value={email} autoComplete="email" autoFocus onChange={(event) => setEmail(event.target.value)} />}
          </Field>
          <FormError>{error}</FormError>
          <Button type="submit" variant="primary" is_busy={is_busy} is_wide>{t(m.reset_send)}</Button>
        </form>
      )}
    </BarePage>
  );
}

/** Where the mail's link leads: sets the password. */
export function NewPasswordPage(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [password, setPassword] = useState('');
  const min = Number(useConfig('PasswordMinimumLength')) || user_limits.password_min;
  const { is_busy, error, setError, submit } = useSubmit();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (password.length < min) return setError(t(m.password_short, { min }));
    submit(
      () => resetPassword(params.get('token') ?? '', password),
      () => {
        toast.show(t(m.reset_done));
        void navigate('/login');
      },
    );
  };
  return (
    <BarePage title={t(m.reset_title)} foot={<Link to="/login">{t(m.back_to_log_in)}</Link>}>
      <form onSubmit={save} noValidate>
        <PasswordField label={t(m.reset_new)} hint={t(m.password_short, { min })} value={password} on_change={setPassword} is_new is_focused />
        <FormError>{error}</FormError>
        <Button type="submit" variant="primary" is_busy={is_busy} is_wide>{t(m.reset_submit)}</Button>
      </form>
    </BarePage>
  );
}
