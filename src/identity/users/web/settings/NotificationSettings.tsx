import { useState, type ReactNode } from 'react';
import { default_notify_props, type UserNotifyProps } from '#identity/users/wire/index.ts';
import { Button, Choice, Field, Input, SettingsSection, Switch, toast, useConfig, useT } from '#kernel/web/index.ts';
import { patchMe } from '../users.client.ts';
import { patchUser, useMe } from '../users.state.ts';
import { settings_messages as m } from './settings.messages.ts';
import styles from './settings.module.css';

/** When the server and this browser may call for attention; every change takes effect at once. */
export default function NotificationSettings(): ReactNode {
  const t = useT();
  const me = useMe();
  const props = { ...default_notify_props, ...me.notify_props };
  const change = (next: Partial<UserNotifyProps>): void => {
    patchUser(me.id, { notify_props: { ...props, ...next } });
    patchMe({ notify_props: { ...props, ...next } }).catch((error: unknown) => {
      patchUser(me.id, { notify_props: props });
      toast.failure(error);
    });
  };
  return (
    <>
      <SettingsSection title={t(m.desktop)}>
        <BrowserPermission />
        <Choice
          look="rows"
          label={t(m.tell_me)}
          value={props.desktop}
          on_change={(desktop) => change({ desktop, push: desktop })}
          options={[{ value: 'all', label: t(m.level_all) }, { value: 'mention', label: t(m.level_mention) }, { value: 'none', label: t(m.level_none) }]}
        />
        <div>
          <Switch label={t(m.threads)} is_on={props.desktop_threads === 'all'} on_change={(is_on) => change({ desktop_threads: is_on ? 'all' : 'mention', push_threads: is_on ? 'all' : 'mention' })} />
          <Switch label={t(m.sound)} is_on={props.desktop_sound === 'true'} on_change={(is_on) => change({ desktop_sound: is_on ? 'true' : 'false' })} />
          <EmailSwitch is_on={props.email === 'true'} on_change={(is_on) => change({ email: is_on ? 'true' : 'false' })} />
        </div>
      </SettingsSection>
      <SettingsSection title={t(m.mentions)}>
        <MentionWords words={props.mention_keys} on_change={(mention_keys) => change({ mention_keys })} />
        <div>
          <Switch label={t(m.first_name_counts)} is_on={props.first_name === 'true'} is_disabled={!me.first_name} on_change={(is_on) => change({ first_name: is_on ? 'true' : 'false' })} />
          <Switch label={t(m.channel_counts)} is_on={props.channel === 'true'} on_change={(is_on) => change({ channel: is_on ? 'true' : 'false' })} />
        </div>
      </SettingsSection>
    </>
  );
}

function EmailSwitch({ is_on, on_change }: { is_on: boolean; on_change: (is_on: boolean) => void }): ReactNode {
  const t = useT();
  const can_send = useConfig('SendEmailNotifications') === 'true';
  return can_send ? <Switch label={t(m.email)} is_on={is_on} on_change={on_change} /> : null;
}

function MentionWords({ words, on_change }: { words: string; on_change: (words: string) => void }): ReactNode {
  const t = useT();
  const [text, setText] = useState(words.split(',').filter(Boolean).join(', '));
  const save = (): void => {
    const cleaned = text.split(',').map((word) => word.trim()).filter(Boolean).join(',');
    if (cleaned !== words) on_change(cleaned);
  };
  return <Field label={t(m.words)} hint={t(m.words_hint)}>{(control) => <Input {...control} value={text} onChange={(event) => setText(event.target.value)} onBlur={save} />}</Field>;
}

function BrowserPermission(): ReactNode {
  const t = useT();
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  if (permission === 'granted') return null;
  return (
    <div className={styles.ask}>
      {t(permission === 'denied' ? m.desktop_denied : m.desktop_ask)}
      {permission === 'default' && <Button size="s" onClick={() => void Notification.requestPermission().then(setPermission)}>{t(m.desktop_allow)}</Button>}
    </div>
  );
}
