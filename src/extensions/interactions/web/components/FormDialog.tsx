import { useRef, useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, failureText, FormError, useCloseDialog, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { Markdown } from '#messaging/posts/web/index.ts';
import type { Dialog as FormOfIntegration } from '#extensions/interactions/wire/index.ts';
import { queryDialog, submitDialog } from '../dialogs.client.ts';
import { dialog_messages as m } from '../dialogs.messages.ts';
import { faultsOf, firstValues, toSubmission, type Values } from '../dialogs.rules.ts';
import { FormElement } from './FormElement.tsx';

type FormDialogProps = { url: string; dialog: FormOfIntegration; channel_id: Id; team_id: Id };

/** A form of an integration. It may refuse fields, or answer with another form: the next step, or the same one anew. */
export function FormDialog({ url: first_url, dialog: first, channel_id, team_id }: FormDialogProps): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [dialog, setDialog] = useState(first);
  const elements = dialog.elements ?? [];
  const [values, setValues] = useState<Values>(() => firstValues(elements, Date.now()));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [error, setError] = useState('');
  const [is_busy, setBusy] = useState(false);
  const refreshes = useRef(0);
  const url = dialog.source_url || first_url;
  const request = (submission: Record<string, unknown>) => ({ url: first_url, callback_id: dialog.callback_id, state: dialog.state, channel_id, team_id, submission });

  const step = (next: FormOfIntegration, kept: Values) => {
    setDialog(next);
    setValues(firstValues(next.elements ?? [], Date.now(), kept));
    setErrors({});
  };
  const submit = async () => {
    const faults = faultsOf(elements, values, Date.now());
    setErrors(Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, t(m[fault.reason], fault.values)])));
    setError('');
    if (Object.keys(faults).length) return;
    setBusy(true);
    try {
      const answer = await submitDialog(request(toSubmission(elements, values)));
      if (answer.error || answer.errors) {
        setError(answer.error ?? '');
        setErrors(answer.errors ?? {});
      } else if (answer.form) step(answer.form, {});
      else close();
    } catch (reason) {
      setError(failureText(reason));
    } finally {
      setBusy(false);
    }
  };
  // Only the answer to the last change counts.
  const refresh = async (changed: Values, selected_field: string) => {
    const turn = ++refreshes.current;
    try {
      const answer = await submitDialog({ ...request({ ...toSubmission(elements, changed), selected_field }), url, type: 'refresh' });
      if (answer.form && turn === refreshes.current) step(answer.form, changed);
    } catch (reason) {
      if (turn === refreshes.current) setError(failureText(reason));
    }
  };
  const change = (name: string, value: Values[string], is_refreshed: boolean) => {
    const changed = { ...values, [name]: value };
    setValues(changed);
    setErrors(({ [name]: _gone, ...others }) => others);
    if (is_refreshed) void refresh(changed, name);
  };
  const cancel = () => {
    // Nobody waits for the answer: the form is gone either way.
    if (dialog.notify_on_cancel) submitDialog({ ...request({}), cancelled: true }).catch(() => undefined);
    close();
  };
  const lookUp = async (name: string, address: string | undefined, query: string) => (await queryDialog({ ...request({ ...toSubmission(elements, values), query, selected_field: name }), url: address || first_url })).items;
  return (
    <Dialog
      title={dialog.title}
      on_close={cancel}
      on_submit={() => void submit()}
      footer={
        <>
          <Button onClick={cancel}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{dialog.submit_label || t(m.submit)}</Button>
        </>
      }
    >
      {dialog.introduction_text && <div><Markdown text={dialog.introduction_text} /></div>}
      {elements.map((element, index) => (
        <FormElement key={element.name} element={element} value={values[element.name] ?? ''} error={errors[element.name] ?? ''} is_first={index === 0} on_change={(value) => change(element.name, value, element.refresh === true)} look_up={(query) => lookUp(element.name, element.data_source_url, query)} />
      ))}
      <FormError>{error}</FormError>
    </Dialog>
  );
}
