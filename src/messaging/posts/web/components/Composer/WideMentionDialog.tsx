import type { ReactNode } from 'react';
import { Button, common_messages, Dialog, useCloseDialog, useT } from '#kernel/web/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';

/** Asks before many people are called. */
export function WideMentionDialog({ word, count, on_confirm }: { word: string; count: number; on_confirm: () => void }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const confirm = () => {
    close();
    on_confirm();
  };
  const footer = (
    <>
      <Button variant="quiet" onClick={close}>{t(common_messages.cancel)}</Button>
      <Button variant="primary" type="submit" autoFocus>{t(m.wide_send)}</Button>
    </>
  );
  return <Dialog title={t(m.wide_title, { count })} size="s" footer={footer} on_submit={confirm}><p>{t(m.wide_text, { word })}</p></Dialog>;
}
