import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { readsChannel } from '#messaging/channels/server/feature.ts';
import { listBookmarks as readBookmarks } from '../bookmarks.store.ts';

/** The bookmarks of a channel in their order, or what of them has changed since a time. */
export const listBookmarks = query({
  name: 'list-bookmarks',
  summary: 'The bookmarks of a channel.',
  input: z.object({ channel_id: fields.id(), bookmarks_since: fields.queryNumber(0) }),
  permission: readsChannel,
  run: (ctx, { channel_id, bookmarks_since }) => readBookmarks(ctx.db, channel_id, bookmarks_since),
});
