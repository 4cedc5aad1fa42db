import { useState, type ReactNode } from 'react';
import { api, Button, intl, toast, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { dismissPost } from '../../posts.actions.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './Post.module.css';

/** Below the server's note that people were mentioned who are not in the channel: adds them. */
export function AddMentioned({ post }: { post: Post }): ReactNode {
  const t = useT();
  const [is_busy, setBusy] = useState(false);
  const { not_in_channel_user_ids: user_ids, not_in_channel_usernames: names } = post.props.add_channel_member ?? {};
  if (!user_ids?.length) return null;
  const add = async () => {
    setBusy(true);
    try {
      for (const user_id of user_ids) await api.post(`/api/v4/channels/${post.channel_id}/members`, { user_id, post_root_id: post.root_id });
      toast.show(t(m.added_them));
      dismissPost(post);
    } catch (error) {
      toast.failure(error);
      setBusy(false);
    }
  };
  return (
    <div className={styles.add_them}>
      <Button size="s" is_busy={is_busy} onClick={() => void add()}>{t(m.add_them, { count: user_ids.length })}</Button>
      <span>{intl.formatList((names ?? []).map((name) => `@${name}`))}</span>
    </div>
  );
}
