import { useState, type FormEvent, type ReactNode } from 'react';
import { PasswordField } from '#identity/sessions/web/index.ts';
import { reserved_usernames, user_limits, username_pattern } from '#identity/users/wire/index.ts';
import { Button, Field, FormError, Input, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import { signUp, type Invitation } from '../onboarding.client.ts';
import { onboarding_messages as m } from '../onboarding.messages.ts';

const known_errors = {
  'app.user.save.username_exists.app_error': m.username_taken,
  'app.user.save.email_exists.app_error': m.email_taken,
  'model.user.is_valid.email.app_error': m.email_invalid,
  'model.user.is_valid.username.app_error': m.username_invalid,
};

type SignUpFormProps = { invitation: Invitation; /** The address that was invited, which cannot be another. */ invited_email: string; on_submit: () => void };

export function SignUpForm({ invitation, invited_email, on_submit }: SignUpFormProps): ReactNode {
  const t = useT();
  const [email, setEmail] = useState(invited_email);
  const [own_username, setOwnUsername] = useState<string>();
  const [password, setPassword] = useState('');
  const min = Number(useConfig('PasswordMinimumLength')) || user_limits.password_min;
  const { is_busy, error, setError, submit } = useSubmit(known_errors);
  const username = own_username ?? usernameFrom(email);
  const create = (event: FormEvent): void => {
    event.preventDefault();
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return setError(t(m.email_invalid));
    if (!username_pattern.test(username) || reserved_usernames.some((one) => one === username)) return setError(t(m.username_invalid));
    if (password.length < min) return setError(t(m.password_short, { min }));
    on_submit();
    submit(() => signUp({ email: email.trim(), username, password }, invitation));
  };
  return (
    <form onSubmit={create} noValidate>
      <Field label={t(m.email)}>
        {(control) => <Input {...control} type="email" value={email} maxLength={user_limits.email_max} autoComplete="email" autoFocus readOnly={invited_email !== ''} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <Field label={t(m.username)} hint={t(m.username_hint)}>
        {(control) => <Input {...control} value={username} maxLength={user_limits.username_max} autoComplete="username" autoCapitalize="none" spellCheck={false} onChange={(event) => setOwnUsername(event.target.value.toLowerCase())} />}
      </Field>
      <PasswordField label={t(m.password)} hint={t(m.password_hint, { min })} value={password} on_change={setPassword} is_new />
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" is_busy={is_busy} is_wide>{t(m.submit)}</Button>
    </form>
  );
}

// The part before the @ is what most people choose anyway.
function usernameFrom(email: string): string {
  return (email.split('@')[0] ?? '').toLowerCase().replace(/[^a-z0-9._-]/g, '').slice(0, user_limits.username_max);
}
