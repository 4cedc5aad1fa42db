import type { ReactNode } from 'react';
import { Button, common_messages, Dialog, FormError, useT } from '#kernel/web/index.ts';
import { Markdown } from '#messaging/posts/web/index.ts';
import { dialog_messages as m } from '../dialogs.messages.ts';
import { FormElement } from './FormElement.tsx';
import { useForm, type OpenForm } from './useForm.ts';

/** A form of an integration. It may refuse fields, or answer with another form: the next step, or the same one anew. */
export function FormDialog(open: OpenForm): ReactNode {
  const t = useT();
  const form = useForm(open);
  const { dialog, values, errors, cancel } = form;
  return (
    <Dialog
      title={dialog.title}
      on_close={cancel}
      on_submit={form.submit}
      footer={
        <>
          <Button onClick={cancel}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={form.is_busy}>{dialog.submit_label || t(m.submit)}</Button>
        </>
      }
    >
      {dialog.introduction_text && <div><Markdown text={dialog.introduction_text} /></div>}
      {(dialog.elements ?? []).map((element, index) => (
        <FormElement key={element.name} element={element} value={values[element.name] ?? ''} error={errors[element.name] ?? ''} is_first={index === 0} on_change={(value) => form.change(element.name, value, element.refresh === true)} look_up={(query) => form.look_up(element.name, element.data_source_url, query)} />
      ))}
      <FormError>{form.error}</FormError>
    </Dialog>
  );
}
