import { useEffect, useMemo } from 'react';
import { useConfig } from '#kernel/web/index.ts';
import { useChannelName } from '../channels.names.ts';
import { unreadOf } from '../channels.rules.ts';
import { channelsStore, useChannel, useCurrentChannelId, useHasThreads } from '../channels.state.ts';
import { drawIcon } from '../favicon.ts';

/** The window's title and icon say who waits: `(2) devops - Muster`, `* …` when something is new. */
export function UnreadTitle(): null {
  const site_name = useConfig('SiteName') || 'Muster';
  const name = useChannelName(useChannel(useCurrentChannelId()));
  const { mention_count, is_unread } = useAllUnread();
  useEffect(() => {
    const mark = mention_count ? `(${mention_count}) ` : is_unread ? '* ' : '';
    document.title = `${mark}${name ? `${name} - ` : ''}${site_name}`;
  }, [mention_count, is_unread, name, site_name]);
  useEffect(() => drawIcon(mention_count, is_unread), [mention_count, is_unread]);
  return null;
}

function useAllUnread(): { mention_count: number; is_unread: boolean } {
  const by_id = channelsStore((state) => state.by_id);
  const my_members = channelsStore((state) => state.my_members);
  const has_threads = useHasThreads();
  return useMemo(() => {
    const all = Object.values(my_members).map((member) => unreadOf(by_id[member.channel_id], member, has_threads));
    return { mention_count: all.reduce((sum, one) => sum + one.mention_count, 0), is_unread: all.some((one) => one.is_unread) };
  }, [by_id, my_members, has_threads]);
}
