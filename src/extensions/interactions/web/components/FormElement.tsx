import type { ReactNode } from 'react';
import { Choice, Field, Input, Switch, TextArea, useT, type FieldControl } from '#kernel/web/index.ts';
import type { PostActionOption } from '#messaging/posts/wire/index.ts';
import type { DialogElement } from '#extensions/interactions/wire/index.ts';
import { dialog_messages as m } from '../dialogs.messages.ts';
import { toMoment, type Values } from '../dialogs.rules.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';

type Value = Values[string];
export type FormElementProps = { element: DialogElement; value: Value; error: string; is_first: boolean; on_change: (value: Value) => void; look_up: (query: string) => Promise<readonly PostActionOption[]> };

const MINUTE_S = 60;

/** One element of a form, whatever its type; of a type that is not known a text. */
export function FormElement({ element, value, error, is_first, on_change, look_up }: FormElementProps): ReactNode {
  const t = useT();
  const { display_name, help_text, optional, type } = element;
  if (type === 'bool') return <Switch label={display_name} hint={error || help_text || element.placeholder} is_on={value === true} on_change={on_change} />;
  return (
    <Field label={display_name} hint={help_text} error={error} aside={optional ? t(m.optional) : undefined}>
      {(control) => type === 'select'
        ? <ChoiceMenu control={control} element={element} value={value} on_change={on_change} look_up={look_up} />
        : type === 'radio'
          ? <Choice look="rows" label={display_name} value={String(value)} options={(element.options ?? []).map((one) => ({ value: one.value, label: one.text }))} on_change={on_change} />
          : <Written control={control} element={element} value={String(value)} is_first={is_first} on_change={on_change} />}
    </Field>
  );
}

type WrittenProps = { control: FieldControl; element: DialogElement; value: string; is_first: boolean; on_change: (value: string) => void };

function Written({ control, element, value, is_first, on_change }: WrittenProps): ReactNode {
  const { type, subtype, placeholder, max_length } = element;
  const common = { ...control, value, placeholder, autoFocus: is_first, ...(max_length > 0 && { maxLength: max_length }) };
  if (type === 'textarea') return <TextArea {...common} onChange={(event) => on_change(event.target.value)} />;
  if (type === 'date' || type === 'datetime') {
    const now = Date.now();
    const step = type === 'datetime' ? { step: (element.time_interval || 60) * MINUTE_S } : {};
    return <Input {...control} {...step} type={type === 'date' ? 'date' : 'datetime-local'} value={value} min={toMoment(element.min_date, type, now) || undefined} max={toMoment(element.max_date, type, now) || undefined} onChange={(event) => on_change(event.target.value)} />;
  }
  return <Input {...common} type={['email', 'tel', 'url', 'password'].includes(subtype) ? subtype : 'text'} inputMode={subtype === 'number' ? 'decimal' : undefined} autoComplete="off" onChange={(event) => on_change(event.target.value)} />;
}
