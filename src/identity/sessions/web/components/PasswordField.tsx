import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Field, IconButton, Input, useT } from '#kernel/web/index.ts';
import { session_messages as m } from '../sessions.messages.ts';

export type PasswordFieldProps = { label: string; hint?: ReactNode; value: string; on_change: (value: string) => void; is_new?: boolean; is_focused?: boolean };

/** A password that can be looked at. */
export function PasswordField({ label, hint, value, on_change, is_new = false, is_focused = false }: PasswordFieldProps): ReactNode {
  const t = useT();
  const [is_shown, setIsShown] = useState(false);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type={is_shown ? 'text' : 'password'}
          autoComplete={is_new ? 'new-password' : 'current-password'}
          value={value}
          autoFocus={is_focused}
          onChange={(event) => on_change(event.target.value)}
          end={<IconButton size="s" label={t(is_shown ? m.hide_password : m.show_password)} icon={is_shown ? <EyeOff size={16} /> : <Eye size={16} />} onClick={() => setIsShown(!is_shown)} />}
        />
      )}
    </Field>
  );
}
