import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton, t as translate, toast, useT } from '#kernel/web/index.ts';
import { getChannel, goToChannel } from '#messaging/channels/web/index.ts';
import { clearAttachments, restoreAttachments } from '#messaging/files/web/index.ts';
import { openThread, saveDraft } from '#messaging/posts/web/index.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';
import type { WaitingDraft } from '../useWaiting.ts';
import styles from './DraftsPage.module.css';
import { Where } from './Where.tsx';

/** A draft, with the way back to where it is written. */
export function DraftRow({ waiting }: { waiting: WaitingDraft }): ReactNode {
  const t = useT();
  const { channel_id, root_id, draft } = waiting;
  const goOn = () => {
    const channel = getChannel(channel_id);
    if (channel) goToChannel(channel);
    if (root_id) openThread({ id: root_id, root_id: '' });
  };
  return (
    <li className={styles.item}>
      <div className={styles.said}>
        <Where channel_id={channel_id} root_id={root_id} />
        <span className={styles.words}>{draft.message}</span>
        {draft.files.length > 0 && <span className={styles.facts}>{t(m.files, { count: draft.files.length })}</span>}
      </div>
      <div className={styles.actions}>
        <Button size="s" onClick={goOn}>{t(m.go_on)}</Button>
        <IconButton label={t(m.delete)} icon={<Trash2 size={16} />} onClick={() => remove(waiting)} />
      </div>
    </li>
  );
}

function remove({ key, draft }: WaitingDraft): void {
  saveDraft(key, { message: '', files: [], priority: null });
  clearAttachments(key);
  toast.undoable(translate(m.deleted), () => {
    saveDraft(key, { message: draft.message, files: draft.files, priority: draft.priority ?? null });
    restoreAttachments(key, draft.files);
  });
}
