import { useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, TextArea, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { ScheduledPost } from '#messaging/scheduled-posts/wire/index.ts';
import { change } from '../scheduled.actions.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';

/** Changes the words of a scheduled message. */
export function EditScheduledDialog({ post }: { post: ScheduledPost }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [message, setMessage] = useState(post.message);
  const { is_busy, error, submit } = useSubmit();
  return (
    <Dialog
      title={t(m.edit_title)}
      on_submit={() => submit(() => change(post, { message }), close)}
      footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary" is_busy={is_busy}>{t(common_messages.save)}</Button></>}
    >
      <Field label={t(m.message)}>{(control) => <TextArea {...control} rows={6} autoFocus value={message} onChange={(event) => setMessage(event.target.value)} />}</Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}
