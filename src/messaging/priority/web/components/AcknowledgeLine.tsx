import { BadgeCheck } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useFormatName, useUsers, wantUsers } from '#identity/users/web/index.ts';
import { Button, Tooltip, useMyUserId, useNow, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { acknowledge, TAKE_BACK_MS, takeBack } from '../acknowledgements.ts';
import { priority_messages as m } from '../priority.messages.ts';
import styles from './Priority.module.css';

/** Under a message that asks for it: who has acknowledged, and the button to do so. */
export function AcknowledgeLine({ post }: { post: Post }): ReactNode {
  return post.metadata?.priority?.requested_ack && post.delete_at === 0 ? <Line post={post} /> : null;
}

function Line({ post }: { post: Post }): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const now = useNow(60_000);
  const acks = post.metadata?.acknowledgements ?? [];
  const mine = acks.find((ack) => ack.user_id === me);
  const can_take_back = mine !== undefined && now - mine.acknowledged_at < TAKE_BACK_MS;
  return (
    <div className={styles.line}>
      {post.user_id !== me && !mine && <Button size="s" icon={<BadgeCheck size={14} aria-hidden="true" />} onClick={() => acknowledge(post)}>{t(m.acknowledge)}</Button>}
      {mine && <span className={styles.done}><BadgeCheck size={14} aria-hidden="true" />{t(m.acknowledged)}</span>}
      {mine && can_take_back && <Button size="s" variant="quiet" onClick={() => takeBack(post, mine)}>{t(m.take_back)}</Button>}
      <Names user_ids={acks.map((ack) => ack.user_id)} />
    </div>
  );
}

function Names({ user_ids }: { user_ids: string[] }): ReactNode {
  const t = useT();
  const format = useFormatName();
  const users = useUsers(user_ids);
  const key = user_ids.join();
  useEffect(() => wantUsers(key ? key.split(',') : []), [key]);
  const count = <span className={styles.count} tabIndex={user_ids.length ? 0 : undefined}>{t(m.count, { count: user_ids.length })}</span>;
  if (!user_ids.length) return count;
  return <Tooltip label={t(m.by, { names: users.map((user) => (user ? format(user) : '…')).join(', ') })}>{count}</Tooltip>;
}
