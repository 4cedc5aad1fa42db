import { useRef, useState } from 'react';
import { failureText, useCloseDialog, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { PostActionOption } from '#messaging/posts/wire/index.ts';
import type { Dialog } from '#extensions/interactions/wire/index.ts';
import { queryDialog, submitDialog } from '../dialogs.client.ts';
import { dialog_messages as m } from '../dialogs.messages.ts';
import { faultsOf, firstValues, toSubmission, type Values } from '../dialogs.rules.ts';

export type OpenForm = { url: string; dialog: Dialog; channel_id: Id; team_id: Id };

export type FormState = {
  /** The step that is shown. */
  readonly dialog: Dialog;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  /** Why the whole form was refused. */
  readonly error: string;
  readonly is_busy: boolean;
  readonly change: (name: string, value: Values[string], is_refreshed: boolean) => void;
  readonly submit: () => void;
  readonly cancel: () => void;
  /** The choices of a menu whose integration finds them. */
  readonly look_up: (name: string, address: string | undefined, query: string) => Promise<readonly PostActionOption[]>;
};

/** State of a form: what was written, what was refused, and which step is shown. */
export function useForm({ url, dialog: first, channel_id, team_id }: OpenForm): FormState {
  const t = useT();
  const close = useCloseDialog();
  const [dialog, setDialog] = useState(first);
  const elements = dialog.elements ?? [];
  const [values, setValues] = useState<Values>(() => firstValues(elements, Date.now()));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [error, setError] = useState('');
  const [is_busy, setBusy] = useState(false);
  const refreshes = useRef(0);
  const request = (submission: Record<string, unknown>) => ({ url, callback_id: dialog.callback_id, state: dialog.state, channel_id, team_id, submission });
  const step = (next: Dialog, kept: Values) => {
    setDialog(next);
    setValues(firstValues(next.elements ?? [], Date.now(), kept));
    setErrors({});
  };
  const send = async () => {
    const answer = await submitDialog(request(toSubmission(elements, values)));
    setError(answer.error ?? '');
    setErrors(answer.errors ?? {});
    if (answer.error || answer.errors) return;
    if (answer.form) step(answer.form, {});
    else close();
  };
  const submit = () => {
    const faults = Object.entries(faultsOf(elements, values, Date.now()));
    setErrors(Object.fromEntries(faults.map(([name, fault]) => [name, t(m[fault.reason], fault.values)])));
    setError('');
    if (faults.length) return;
    setBusy(true);
    void send().catch((reason: unknown) => setError(failureText(reason))).finally(() => setBusy(false));
  };
  // Only the answer to the last change counts.
  const refresh = async (changed: Values, selected_field: string) => {
    const turn = ++refreshes.current;
    const answer = await submitDialog({ ...request({ ...toSubmission(elements, changed), selected_field }), url: dialog.source_url || url, type: 'refresh' }).catch((reason: unknown) => ({ error: failureText(reason), form: undefined }));
    if (turn !== refreshes.current) return;
    if (answer.form) step(answer.form, changed);
    else setError(answer.error ?? '');
  };
  const change: FormState['change'] = (name, value, is_refreshed) => {
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
  const look_up: FormState['look_up'] = async (name, address, query) => (await queryDialog({ ...request({ ...toSubmission(elements, values), query, selected_field: name }), url: address || url })).items;
  return { dialog, values, errors, error, is_busy, change, submit, cancel, look_up };
}
