import { Ellipsis } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Badge, classNames, IconButton, Menu, useT } from '#kernel/web/index.ts';
import { ChannelIcon, ChannelMenuItems, channelPath } from '#messaging/channels/web/index.ts';
import type { ChannelFacts } from '../sidebar.rules.ts';
import { sidebar_messages as m } from '../sidebar.messages.ts';
import styles from './rows.module.css';

/** One channel: bold when it is new, a red number when somebody waits. */
export const ChannelRow = memo(function ChannelRow({ facts, is_current }: { facts: ChannelFacts; is_current: boolean }): ReactNode {
  const t = useT();
  const { channel, name, is_unread, mention_count, is_muted } = facts;
  const is_bold = is_unread && !is_current;
  return (
    <li className={classNames(styles.row, is_current && styles.current, is_bold && styles.unread, is_muted && styles.muted)} data-unread={is_bold || undefined}>
      <Link to={channelPath(channel)} className={styles.link} aria-current={is_current ? 'page' : undefined} draggable={false}>
        <span className={styles.icon}><ChannelIcon channel={channel} /></span>
        <span className={styles.name}>{name || channel.display_name}</span>
        {is_bold && !mention_count && <span className="visually-hidden">{t(m.unread)}</span>}
        {is_muted && <span className="visually-hidden">{t(m.muted)}</span>}
        <Badge count={mention_count} label={t(m.mentions, { count: mention_count })} />
      </Link>
      <Menu trigger={<IconButton className={styles.more} size="s" tone="rail" tooltip_side="right" label={t(m.channel_menu, { name })} icon={<Ellipsis size={16} />} />}>
        <ChannelMenuItems channel={channel} />
      </Menu>
    </li>
  );
});
