import { Clock } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, classNames, formatTime, realtimeState, useMyUserId, useT } from '#kernel/web/index.ts';
import { FileList, restoreAttachments } from '#messaging/files/web/index.ts';
import { draftKey, getDraft, saveDraft } from '../../drafts.state.ts';
import { discardMessage, retryMessage } from '../../outbox.state.ts';
import type { Outgoing } from '../../outbox.rules.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import { useDisplayName } from '#identity/users/web/index.ts';
import styles from './Post.module.css';
import { PostAvatar } from './PostAvatar.tsx';

type PendingPostProps = { message: Outgoing; is_grouped: boolean };

/** A message that is on its way, waits for the connection, or was refused. It looks like the post it will be. */
export const PendingPost = memo(function PendingPost({ message, is_grouped }: PendingPostProps): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const name = useDisplayName(me);
  const is_offline = realtimeState((state) => state.status === 'offline');
  const author = { user_id: me, props: {} };
  return (
    <article className={classNames(styles.post, is_grouped && styles.grouped)} aria-busy={message.status !== 'failed'}>
      <div className={styles.side}>{is_grouped ? null : <PostAvatar post={author} />}</div>
      <div className={styles.main}>
        {!is_grouped && (
          <div className={styles.head}>
            <PersonButton user_id={me} className={styles.who}>{name}</PersonButton>
            <span className={styles.time}>{formatTime(message.create_at)}</span>
          </div>
        )}
        <div className={message.status === 'failed' ? undefined : styles.pending}>
          {message.message && <div className={styles.text}><Markdown text={message.message} may_be_jumbo /></div>}
          {message.files.length > 0 && <FileList files={message.files} />}
        </div>
        {message.status === 'failed' ? <Refused message={message} /> : is_offline && <span className={styles.pending_note}><Clock size={12} aria-hidden="true" />{t(m.waiting)}</span>}
      </div>
    </article>
  );
});

function Refused({ message }: { message: Outgoing }): ReactNode {
  const t = useT();
  const id = message.pending_post_id;
  const editAgain = () => {
    const key = draftKey(message.channel_id, message.root_id);
    discardMessage(id);
    const begun = getDraft(key);
    saveDraft(key, { message: [message.message, begun.message].filter(Boolean).join('\n') });
    restoreAttachments(key, message.files);
  };
  return (
    <div className={styles.failed} role="alert">
      <span>{t(m.not_sent, { reason: message.reason })}</span>
      <Button size="s" onClick={() => retryMessage(id)}>{t(m.send_again)}</Button>
      <Button size="s" variant="quiet" onClick={editAgain}>{t(m.edit_again)}</Button>
      <Button size="s" variant="quiet" onClick={() => discardMessage(id)}>{t(m.discard)}</Button>
    </div>
  );
}
