import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { user_limits, username_pattern } from '#identity/users/wire/index.ts';
import { Button, common_messages, Field, FormError, Input, SettingsSection, toast, useSubmit, useT } from '#kernel/web/index.ts';
import { pictureUrl, UserAvatar } from '../components/UserAvatar.tsx';
import { deleteMyPicture, patchMe, uploadMyPicture } from '../users.client.ts';
import { useMe } from '../users.state.ts';
import { readPicture } from './read-picture.ts';
import { settings_messages as m } from './settings.messages.ts';
import styles from './settings.module.css';

export default function ProfileSettings(): ReactNode {
  return (
    <>
      <PictureSection />
      <AboutSection />
    </>
  );
}

function PictureSection(): ReactNode {
  const t = useT();
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const { is_busy, error, submit, setError } = useSubmit();
  const upload = (file: File | undefined): void => {
    if (!file) return;
    readPicture(file).then((picture) => submit(() => uploadMyPicture(picture)), () => setError(t(m.picture_failed)));
  };
  return (
    <SettingsSection title={t(m.picture)}>
      <div className={styles.picture}>
        <UserAvatar user_id={me.id} size={72} />
        <div className={styles.column}>
          <div className={styles.buttons}>
            <Button is_busy={is_busy} onClick={() => input.current?.click()}>{t(m.upload)}</Button>
            {pictureUrl(me) && <Button variant="quiet" onClick={() => submit(deleteMyPicture)}>{t(m.remove_picture)}</Button>}
          </div>
          <p className={styles.note}>{t(m.picture_text)}</p>
          <input ref={input} type="file" accept="image/png,image/jpeg,image/webp,image/gif" hidden onChange={(event) => upload(event.target.files?.[0])} />
        </div>
      </div>
      <FormError>{error}</FormError>
    </SettingsSection>
  );
}

function AboutSection(): ReactNode {
  const t = useT();
  const me = useMe();
  const [form, setForm] = useState({ first_name: me.first_name, last_name: me.last_name, nickname: me.nickname, position: me.position, username: me.username });
  const { is_busy, error, setError, submit } = useSubmit({ 'app.user.save.username_exists.app_error': m.username_taken, 'app.user.update.username_taken.app_error': m.username_taken });
  const change = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!username_pattern.test(form.username)) return setError(t(m.username_invalid));
    submit(() => patchMe(form), () => toast.show(t(m.saved)));
  };
  const is_changed = Object.entries(form).some(([name, value]) => me[name as keyof typeof form] !== value);
  return (
    <SettingsSection title={t(m.about)}>
      <form className={styles.form} onSubmit={save} noValidate>
        <div className={styles.two}>
          <Field label={t(m.first_name)}>{(control) => <Input {...control} value={form.first_name} maxLength={user_limits.name_max} autoComplete="given-name" onChange={change('first_name')} />}</Field>
          <Field label={t(m.last_name)}>{(control) => <Input {...control} value={form.last_name} maxLength={user_limits.name_max} autoComplete="family-name" onChange={change('last_name')} />}</Field>
        </div>
        <div className={styles.two}>
          <Field label={t(m.nickname)} hint={t(m.nickname_hint)}>{(control) => <Input {...control} value={form.nickname} maxLength={user_limits.nickname_max} onChange={change('nickname')} />}</Field>
          <Field label={t(m.position)} hint={t(m.position_hint)}>{(control) => <Input {...control} value={form.position} maxLength={user_limits.position_max} onChange={change('position')} />}</Field>
        </div>
        <Field label={t(m.username)} hint={t(m.username_hint, { username: form.username })}>
          {(control) => <Input {...control} value={form.username} maxLength={user_limits.username_max} spellCheck={false} autoCapitalize="none" onChange={(event) => setForm({ ...form, username: event.target.value.toLowerCase() })} />}
        </Field>
        <FormError>{error}</FormError>
        <Button type="submit" variant="primary" is_busy={is_busy} disabled={!is_changed}>{t(common_messages.save)}</Button>
      </form>
    </SettingsSection>
  );
}
