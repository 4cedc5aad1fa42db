import { useState, type ReactNode } from 'react';
import { defineMessages, useT } from '../i18n/i18n.ts';
import { formatExact } from '../i18n/time.ts';
import { toLocalInput, tomorrowMorning } from '../i18n/later.ts';
import { Button } from './Button.tsx';
import { common_messages } from './common.messages.ts';
import { Dialog, useCloseDialog } from './Dialog.tsx';
import { Field } from './Field.tsx';
import { Input } from './Input.tsx';

const m = defineMessages({
  when: { id: 'later.when', defaultMessage: 'Date and time' },
  past: { id: 'later.past', defaultMessage: 'Choose a time that is still to come.' },
});

/** Asks for a later time, in the person's own zone. `on_pick` gets ms UTC. */
export function TimeDialog({ title, action, at, on_pick }: { title: string; action: string; at?: number; on_pick: (at: number) => void }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [text, setText] = useState(() => toLocalInput(at ?? tomorrowMorning(Date.now())));
  const [has_tried, setTried] = useState(false);
  const picked = new Date(text).getTime();
  const is_wrong = !(picked > Date.now());
  const submit = () => {
    setTried(true);
    if (is_wrong) return;
    close();
    on_pick(picked);
  };
  return (
    <Dialog title={title} size="s" on_submit={submit} footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary">{action}</Button></>}>
      <Field label={t(m.when)} hint={is_wrong ? '' : formatExact(picked)} error={has_tried && is_wrong ? t(m.past) : ''}>
        {(control) => <Input {...control} type="datetime-local" autoFocus value={text} min={toLocalInput(Date.now())} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
