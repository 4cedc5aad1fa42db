import { useState, type ReactNode } from 'react';
import { custom_status_text_max, type CustomStatusDuration } from '#identity/status/wire/index.ts';
import { Button, common_messages, Dialog, Field, FormError, Input, Select, useCloseDialog, useSubmit, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import { customStatusOf } from '../custom-status.ts';
import { clearCustomStatus, setCustomStatus } from '../users.client.ts';
import { useMe } from '../users.state.ts';
import styles from './CustomStatusDialog.module.css';
import { statusUntil } from './status-until.ts';
import { you_messages as m } from './you.messages.ts';

type Suggestion = { text: MessageDescriptor; emoji: string; duration: CustomStatusDuration };

const suggestions: Suggestion[] = [
  { text: m.suggestion_meeting, emoji: 'calendar', duration: 'one_hour' },
  { text: m.suggestion_focus, emoji: 'dart', duration: 'four_hours' },
  { text: m.suggestion_lunch, emoji: 'hamburger', duration: 'thirty_minutes' },
  { text: m.suggestion_home, emoji: 'house', duration: 'today' },
  { text: m.suggestion_sick, emoji: 'face_with_thermometer', duration: 'today' },
  { text: m.suggestion_vacation, emoji: 'palm_tree', duration: 'this_week' },
];
const durations: [CustomStatusDuration, MessageDescriptor][] = [['', m.until_never], ['thirty_minutes', m.until_30], ['one_hour', m.until_60], ['four_hours', m.until_240], ['today', m.until_today], ['this_week', m.until_week]];
const DEFAULT_EMOJI = 'speech_balloon';

/** What one is doing, for others to see, until a time. */
export function CustomStatusDialog(): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const current = customStatusOf(useMe());
  const [text, setText] = useState(current?.text ?? '');
  const [emoji, setEmoji] = useState(current?.emoji || DEFAULT_EMOJI);
  const [duration, setDuration] = useState<CustomStatusDuration>('today');
  const { is_busy, error, submit } = useSubmit();
  const save = (): void => {
    const expires_at = statusUntil(duration, Date.now());
    submit(() => (text.trim() ? setCustomStatus({ emoji, text: text.trim(), ...(expires_at ? { duration, expires_at } : {}) }) : clearCustomStatus()), close);
  };
  return (
    <Dialog
      title={t(m.status_title)}
      size="s"
      on_submit={save}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{t(m.status_save)}</Button>
        </>
      }
    >
      <Field label={t(m.status_text)}>
        {(control) => <Input {...control} value={text} maxLength={custom_status_text_max} placeholder={t(m.status_placeholder)} autoFocus onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className={styles.suggestions}>
        {suggestions.map((one) => (
          <button
            key={one.emoji}
            type="button"
            className={styles.suggestion}
            onClick={() => {
              setText(t(one.text));
              setEmoji(one.emoji);
              setDuration(one.duration);
            }}
          >
            {t(one.text)}
          </button>
        ))}
      </div>
      <Field label={t(m.status_until)}>
        {(control) => (
          <Select {...control} value={duration} onChange={(event) => setDuration(event.target.value as CustomStatusDuration)}>
            {durations.map(([value, label]) => <option key={value} value={value}>{t(label)}</option>)}
          </Select>
        )}
      </Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}
