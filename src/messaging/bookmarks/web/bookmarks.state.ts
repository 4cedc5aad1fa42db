import { useEffect } from 'react';
import { create } from 'zustand';
import { api, parseJsonText, realtime } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { BookmarkEvents, ChannelBookmark } from '#messaging/bookmarks/wire/index.ts';

const none: readonly ChannelBookmark[] = [];
const fetching = new Set<Id>();

/** Bookmarks of the channels that were looked at, in their order. */
export const bookmarksState = create<{ readonly by_channel: Readonly<Record<Id, readonly ChannelBookmark[]>> }>(() => ({ by_channel: {} }));

/** The bookmarks of a channel; fetched when they are shown first. */
export function useBookmarks(channel_id: Id): readonly ChannelBookmark[] {
  const known = bookmarksState((state) => state.by_channel[channel_id]);
  const is_missing = known === undefined;
  useEffect(() => {
    if (is_missing) void fetchOnce(channel_id);
  }, [channel_id, is_missing]);
  return known ?? none;
}

// Several places show the bookmarks of one channel.
async function fetchOnce(channel_id: Id): Promise<void> {
  if (fetching.has(channel_id)) return;
  fetching.add(channel_id);
  const list = await api.get<ChannelBookmark[]>(pathOf(channel_id)).catch(() => none);
  fetching.delete(channel_id);
  keepAll(channel_id, list);
}

export function pathOf(channel_id: Id, bookmark_id: Id = ''): string {
  return `/api/v4/channels/${channel_id}/bookmarks${bookmark_id && `/${bookmark_id}`}`;
}

export function keepAll(channel_id: Id, list: readonly ChannelBookmark[]): void {
  bookmarksState.setState(({ by_channel }) => ({ by_channel: { ...by_channel, [channel_id]: [...list].sort((a, b) => a.sort_order - b.sort_order) } }));
}

/** Puts a bookmark to its place; `gone` is the one that it replaces. */
export function keepBookmark(bookmark: ChannelBookmark, gone: Id = ''): void {
  change(bookmark.channel_id, (list) => [...list.filter((one) => one.id !== bookmark.id && one.id !== gone), bookmark]);
}

export function dropBookmark({ channel_id, id }: ChannelBookmark): void {
  change(channel_id, (list) => list.filter((one) => one.id !== id).map((one, index) => ({ ...one, sort_order: index })));
}

export function forgetBookmarks(): void {
  bookmarksState.setState({ by_channel: {} });
}

export function listenToBookmarks(): void {
  realtime.on<BookmarkEvents['channel_bookmark_created']>('channel_bookmark_created', (data) => keepBookmark(parseJsonText(data.bookmark)));
  realtime.on<BookmarkEvents['channel_bookmark_updated']>('channel_bookmark_updated', (data) => {
    const { updated, deleted } = parseJsonText(data.bookmarks);
    if (updated) keepBookmark(updated, deleted?.id);
  });
  realtime.on<BookmarkEvents['channel_bookmark_deleted']>('channel_bookmark_deleted', (data) => dropBookmark(parseJsonText(data.bookmark)));
  realtime.on<BookmarkEvents['channel_bookmark_sorted']>('channel_bookmark_sorted', (data, { channel_id }) => change(channel_id, () => parseJsonText(data.bookmarks)));
}

// What nobody has looked at is fetched when somebody does.
function change(channel_id: Id, next: (list: readonly ChannelBookmark[]) => readonly ChannelBookmark[]): void {
  const known = bookmarksState.getState().by_channel[channel_id];
  if (known) keepAll(channel_id, next(known));
}
