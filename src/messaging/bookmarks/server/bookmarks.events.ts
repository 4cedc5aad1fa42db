import { defineEvent, framesOf, type Frame } from '#kernel/server/index.ts';
import { toChannel } from '#messaging/channels/server/feature.ts';
import type { ChannelBookmark } from '../wire/index.ts';

interface Cause {
  readonly channel_id: string;
  /** The connection that caused it and knows already. */
  readonly connection_id: string;
}

export const bookmarkCreated = defineEvent<Cause & { bookmark: ChannelBookmark }>('bookmark.created');
/** `deleted`: the one of somebody else that was replaced. */
export const bookmarkUpdated = defineEvent<Cause & { updated: ChannelBookmark; deleted?: ChannelBookmark }>('bookmark.updated');
export const bookmarkDeleted = defineEvent<Cause & { bookmark: ChannelBookmark }>('bookmark.deleted');
export const bookmarksSorted = defineEvent<Cause & { bookmarks: readonly ChannelBookmark[] }>('bookmark.sorted');

function toOthers({ channel_id, connection_id }: Cause): Pick<Frame, 'topics' | 'broadcast'> {
  const { topics, broadcast } = toChannel(channel_id);
  return { topics, broadcast: { ...broadcast, omit_connection_id: connection_id } };
}

export const bookmarksFrames = [
  framesOf(bookmarkCreated, (e) => ({ event: 'channel_bookmark_created', data: { bookmark: JSON.stringify(e.bookmark) }, ...toOthers(e) })),
  framesOf(bookmarkUpdated, (e) => ({ event: 'channel_bookmark_updated', data: { bookmarks: JSON.stringify({ updated: e.updated, deleted: e.deleted }) }, ...toOthers(e) })),
  framesOf(bookmarkDeleted, (e) => ({ event: 'channel_bookmark_deleted', data: { bookmark: JSON.stringify(e.bookmark) }, ...toOthers(e) })),
  framesOf(bookmarksSorted, (e) => ({ event: 'channel_bookmark_sorted', data: { bookmarks: JSON.stringify(e.bookmarks) }, ...toOthers(e) })),
];
