import { useCallback, useEffect, useState } from 'react';
import { api, realtime, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ChannelEvents, ChannelMember } from '#messaging/channels/wire/index.ts';

const PER_PAGE = 200;

type Members = {
  members: ChannelMember[];
  refresh: () => void;
  /** Fetches the next page; undefined when all are here. */
  fetchMore: (() => void) | undefined;
};

/** The memberships of a channel, page by page, renewed when somebody comes or goes. */
export function useMembers(channel_id: Id): Members {
  const [members, setMembers] = useState<ChannelMember[]>([]);
  const [next_page, setNextPage] = useState<number | null>(null);
  const fetchPage = useCallback(
    (page: number): void =>
      void api
        .get<ChannelMember[]>(`/api/v4/channels/${channel_id}/members`, { page, per_page: PER_PAGE })
        .then((part) => {
          setMembers((known) => [...(page ? known : []), ...part]);
          setNextPage(part.length === PER_PAGE ? page + 1 : null);
        })
        .catch(toast.failure),
    [channel_id],
  );
  const refresh = useCallback(() => fetchPage(0), [fetchPage]);
  useEffect(() => {
    refresh();
    const onAdded = realtime.on<ChannelEvents['user_added']>('user_added', (_data, broadcast) => broadcast.channel_id === channel_id && refresh());
    const onRemoved = realtime.on<ChannelEvents['user_removed']>('user_removed', (_data, broadcast) => broadcast.channel_id === channel_id && refresh());
    return () => {
      onAdded();
      onRemoved();
    };
  }, [channel_id, refresh]);
  const fetchMore = useCallback(() => next_page !== null && fetchPage(next_page), [next_page, fetchPage]);
  return { members, refresh, fetchMore: next_page === null ? undefined : (fetchMore as () => void) };
}

export async function setChannelAdmin(channel_id: Id, user_id: Id, is_admin: boolean): Promise<void> {
  await api.put(`/api/v4/channels/${channel_id}/members/${user_id}/schemeRoles`, { scheme_user: true, scheme_admin: is_admin });
}
