import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { failureText } from '../state/toast.state.ts';
import { Button } from './Button.tsx';
import { common_messages } from './common.messages.ts';
import { Dialog, useCloseDialog } from './Dialog.tsx';
import { FormError } from './Field.tsx';

export type ConfirmDialogProps = {
  title: string;
  /** What happens, also to others, and whether it can be taken back. */
  text: ReactNode;
  /** The verb of the step, e.g. "Archive channel". */
  action: string;
  tone?: 'primary' | 'danger';
  run: () => Promise<void>;
};

/** Asks before a step that others feel. Steps that hit only oneself are better undoable. */
export function ConfirmDialog({ title, text, action, tone = 'danger', run }: ConfirmDialogProps): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [is_busy, setIsBusy] = useState(false);
  const [error, setError] = useState('');
  const submit = (): void => {
    setIsBusy(true);
    run().then(close, (reason: unknown) => {
      setError(failureText(reason));
      setIsBusy(false);
    });
  };
  return (
    <Dialog
      title={title}
      size="s"
      on_submit={submit}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant={tone} is_busy={is_busy}>{action}</Button>
        </>
      }
    >
      <p>{text}</p>
      <FormError>{error}</FormError>
    </Dialog>
  );
}
