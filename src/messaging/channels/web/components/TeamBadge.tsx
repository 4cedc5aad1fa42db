import { useMemo, type ReactNode } from 'react';
import { Badge, defineMessages, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { unreadOf } from '../channels.rules.ts';
import { channelsStore, useHasThreads } from '../channels.state.ts';
import styles from './TeamBadge.module.css';

const m = defineMessages({
  mentions: { id: 'channels.team_mentions', defaultMessage: '{count, plural, one {# mention} other {# mentions}}' },
  unread: { id: 'channels.team_unread', defaultMessage: 'unread' },
});

/** On a team's tile: mentions in its channels, or a dot when something is new. */
export function TeamBadge({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const by_id = channelsStore((state) => state.by_id);
  const my_members = channelsStore((state) => state.my_members);
  const has_threads = useHasThreads();
  const { mention_count, is_unread } = useMemo(() => {
    const all = Object.values(my_members).filter((member) => by_id[member.channel_id]?.team_id === team_id).map((member) => unreadOf(by_id[member.channel_id], member, has_threads));
    return { mention_count: all.reduce((sum, one) => sum + one.mention_count, 0), is_unread: all.some((one) => one.is_unread) };
  }, [by_id, my_members, has_threads, team_id]);
  if (mention_count) return <Badge count={mention_count} label={t(m.mentions, { count: mention_count })} />;
  return is_unread ? <span className={styles.dot} role="img" aria-label={t(m.unread)} /> : null;
}
