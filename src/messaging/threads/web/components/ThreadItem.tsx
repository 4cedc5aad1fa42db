import { memo, type ReactNode } from 'react';
import { UserAvatar, useDisplayName } from '#identity/users/web/index.ts';
import { AvatarStack, Badge, classNames, formatAgo, formatExact, useNow, usePanel, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { ChannelIcon, useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { Markdown, openThread, usePost } from '#messaging/posts/web/index.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { useThread } from '../threads.state.ts';
import styles from './Threads.module.css';

const FACES_MAX = 4;

/** One thread of the list: where, who began, what about, what is new. */
export const ThreadItem = memo(function ThreadItem({ thread_id }: { thread_id: Id }): ReactNode {
  const t = useT();
  const now = useNow();
  const root = usePost(thread_id);
  const thread = useThread(thread_id);
  const channel = useChannel(root?.channel_id ?? '');
  const channel_name = useChannelName(channel);
  const own_name = useDisplayName(root?.user_id ?? '');
  const open = usePanel();
  if (!root || !thread) return null;
  const name = root.props.override_username || own_name;
  const is_open = open?.kind === 'thread' && open.post_id === thread_id;
  const is_unread = thread.unread_replies > 0;
  return (
    <li>
      <button type="button" className={classNames(styles.item, is_open && styles.open, is_unread && styles.unread)} aria-current={is_open || undefined} onClick={() => openThread(root)}>
        <span className={styles.where}>
          {channel && <ChannelIcon channel={channel} size={13} />}
          <span className={styles.channel}>{channel_name}</span>
          <time className={styles.when} dateTime={new Date(thread.last_reply_at).toISOString()} title={formatExact(thread.last_reply_at)}>{formatAgo(thread.last_reply_at, now)}</time>
        </span>
        <span className={styles.words}><b>{name}</b> <Markdown text={root.message || root.props.attachments?.[0]?.title || root.props.attachments?.[0]?.fallback || ''} is_inline is_static /></span>
        <span className={styles.facts}>
          <AvatarStack>{(root.participants ?? []).slice(0, FACES_MAX).map((user) => <UserAvatar key={user.id} user_id={user.id} size={18} />)}</AvatarStack>
          {t(m.replies, { count: thread.reply_count })}
          {is_unread && <span className={styles.new}>{t(m.new_replies, { count: thread.unread_replies })}</span>}
          <Badge count={thread.unread_mentions} />
        </span>
      </button>
    </li>
  );
});
