import { useState, type ReactNode } from 'react';
import { Button, failureText, Tooltip, useT } from '#kernel/web/index.ts';
import type { Post, PostAction } from '#messaging/posts/wire/index.ts';
import { actionLook } from '../../cards.rules.ts';
import { doPostAction } from '../../posts.client.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { ActionMenu } from './ActionMenu.tsx';
import styles from './Cards.module.css';

type CardActionsProps = { post: Post; actions: readonly PostAction[] };

/** Buttons and menus of a card. One of them works at a time; a refusal is said below. */
export function CardActions({ post, actions }: CardActionsProps): ReactNode {
  const t = useT();
  const [busy_id, setBusyId] = useState('');
  const [failure, setFailure] = useState('');
  const run = async (action: PostAction, selected_option?: string) => {
    if (!action.id || busy_id) return;
    setBusyId(action.id);
    setFailure('');
    try {
      await doPostAction(post.id, action.id, selected_option, action.cookie);
    } catch (error) {
      setFailure(t(m.action_failed, { reason: failureText(error) }));
    } finally {
      setBusyId('');
    }
  };
  return (
    <>
      <div className={styles.actions}>
        {actions.filter((action) => action.id && action.name).map((action) =>
          action.type === 'select'
            ? <ActionMenu key={action.id} action={action} is_busy={busy_id === action.id} on_choose={(value) => void run(action, value)} />
            : <ActionButton key={action.id} action={action} is_busy={busy_id === action.id} on_press={() => void run(action)} />)}
      </div>
      {failure && <p role="alert" className={styles.failure}>{failure}</p>}
    </>
  );
}

function ActionButton({ action, is_busy, on_press }: { action: PostAction; is_busy: boolean; on_press: () => void }): ReactNode {
  const look = actionLook(action.style);
  // Red words, not a red button: one loud button is enough for a card.
  const button = <Button size="s" variant={look === 'primary' ? 'primary' : 'plain'} className={look === 'danger' ? styles.danger : undefined} is_busy={is_busy} disabled={action.disabled} onClick={on_press}>{action.name}</Button>;
  return action.tooltip ? <Tooltip label={action.tooltip}>{button}</Tooltip> : button;
}
