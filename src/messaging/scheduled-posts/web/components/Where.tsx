import type { ReactNode } from 'react';
import { useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { ChannelIcon, useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';
import styles from './DraftsPage.module.css';

/** Where a message will go. */
export function Where({ channel_id, root_id }: { channel_id: Id; root_id: Id }): ReactNode {
  const t = useT();
  const channel = useChannel(channel_id);
  const name = useChannelName(channel);
  return <span className={styles.where}>{channel && <ChannelIcon channel={channel} size={13} />}{name}{root_id && ` · ${t(m.in_thread)}`}</span>;
}
