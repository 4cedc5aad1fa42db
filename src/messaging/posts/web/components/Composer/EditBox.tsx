import { useEffect, useState, type ReactNode } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { Button, failureText, useConfig, useT } from '#kernel/web/index.ts';
import { post_limits, type Post } from '#messaging/posts/wire/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import { lettersLeft } from '../../composer.rules.ts';
import { stopEditing } from '../../editor.state.ts';
import { editPost, removePost } from '../../posts.actions.ts';
import styles from './Composer.module.css';
import { TextArea } from './TextArea.tsx';
import { useTextField } from './useTextField.ts';

/** Changes a message in its place. An emptied message without files is deleted, which can be undone. */
export function EditBox({ post }: { post: Post }): ReactNode {
  const t = useT();
  const [text, setText] = useState(post.message);
  const [failure, setFailure] = useState('');
  const [is_busy, setBusy] = useState(false);
  const field = useTextField(text, '40vh');
  const max = Number(useConfig('MaxPostSize')) || post_limits.message_max;
  const is_too_long = lettersLeft(text, max) < 0;
  useEffect(() => {
    const area = field.ref.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
    area?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }, [field.ref]);

  const leave = () => {
    stopEditing();
    document.querySelector<HTMLElement>('[data-composer="channel"] textarea')?.focus();
  };
  const save = async () => {
    if (is_busy || is_too_long) return;
    if (text === post.message) return leave();
    if (!text.trim() && !post.file_ids?.length) {
      leave();
      return removePost(post);
    }
    setBusy(true);
    setFailure('');
    try {
      await editPost(post, text);
      leave();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };
  return (
    <div className={styles.editor}>
      <TextArea
        field={field}
        text={text}
        place={{ team_id: currentTeam()?.id ?? '', channel_id: post.channel_id, root_id: post.root_id }}
        label={t(m.editing)}
        placeholder={t(m.editing)}
        on_change={setText}
        on_submit={() => void save()}
        on_key={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
      />
      <div className={styles.edit_foot}>
        <span className={styles.hint}>{failure ? <span role="alert" className={styles.bad}>{failure}</span> : is_too_long ? <span className={styles.bad}>{t(m.too_long, { count: -lettersLeft(text, max) })}</span> : t(m.edit_hint)}</span>
        <Button size="s" variant="quiet" onClick={leave}>{t(m.cancel)}</Button>
        <Button size="s" variant="primary" is_busy={is_busy} disabled={is_too_long} onClick={() => void save()}>{t(m.save)}</Button>
      </div>
    </div>
  );
}
