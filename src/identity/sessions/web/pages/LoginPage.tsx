import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { ApiError, BarePage, Button, Field, FormError, Input, sessionStore, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import { PasswordField } from '../components/PasswordField.tsx';
import { safePath } from '../safe-path.ts';
import { signIn } from '../sessions.client.ts';
import { session_messages as m } from '../sessions.messages.ts';
import styles from './pages.module.css';

const MFA_WANTED = 'mfa.validate_token.authenticate.app_error';
const known_errors = {
  'api.user.login.invalid_credentials_email_username': m.wrong,
  'api.user.login.invalid_credentials_email': m.wrong,
  'api.user.login.invalid_credentials_username': m.wrong,
  'api.user.login.inactive.app_error': m.inactive,
  'api.user.login.not_verified.app_error': m.not_verified,
  'api.user.check_user_login_attempts.too_many.app_error': m.too_many,
  'api.user.check_user_mfa.bad_code.app_error': m.mfa_wrong,
};

/** Log-in; afterwards the person is where they wanted to go. */
export function LoginPage(): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const status = sessionStore((state) => state.status);
  const ended_by = sessionStore((state) => state.ended_by);
  const is_empty_server = useConfig('NoAccounts') === 'true';
  const is_open_server = useConfig('EnableOpenServer') === 'true';
  const can_create = useConfig('EnableUserCreation') !== 'false';
  const target = safePath(params.get('redirect_to'));
  if (status === 'signed_in') return <Navigate to={target} replace />;
  if (is_empty_server) return <Navigate to="/signup_user_complete" replace />;
  return (
    <BarePage title={t(m.title)} foot={can_create && is_open_server && <>{t(m.no_account)} <Link to={`/signup_user_complete${target === '/' ? '' : `?redirect_to=${encodeURIComponent(target)}`}`}>{t(m.sign_up)}</Link></>}>
      {ended_by === 'expired' && <p className={styles.note} role="status">{t(m.expired)}</p>}
      <LoginForm />
    </BarePage>
  );
}

function LoginForm(): ReactNode {
  const t = useT();
  const [login_id, setLoginId] = useState('');
  const [password, setPassword] = useState('');
  const [mfa_code, setMfaCode] = useState<string>();
  const { is_busy, error, setError, submit } = useSubmit(known_errors);
  const can_reset = useConfig('PasswordEnableForgotLink') !== 'false';
  const logIn = (event: FormEvent): void => {
    event.preventDefault();
    if (!login_id.trim() || !password) return setError(t(m.missing));
    submit(() =>
      signIn(login_id.trim(), password, mfa_code?.trim()).catch((reason: unknown) => {
        if (!(reason instanceof ApiError) || reason.id !== MFA_WANTED) throw reason;
        setMfaCode((before) => before ?? '');
      }),
    );
  };
  return (
    <form onSubmit={logIn} noValidate>
      <Field label={t(m.login_id)}>
        {(control) => <Input {...control} value={login_id} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus onChange={(event) => setLoginId(event.target.value)} />}
      </Field>
      <PasswordField label={t(m.password)} value={password} on_change={setPassword} />
      {mfa_code !== undefined && (
        <Field label={t(m.mfa)} hint={t(m.mfa_hint)}>
          {(control) => <Input {...control} value={mfa_code} inputMode="numeric" autoComplete="one-time-code" autoFocus onChange={(event) => setMfaCode(event.target.value)} />}
        </Field>
      )}
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" is_busy={is_busy} is_wide>{t(m.submit)}</Button>
      {can_reset && <Link className={styles.forgot} to="/reset_password">{t(m.forgot)}</Link>}
    </form>
  );
}
