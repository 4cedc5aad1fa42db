import type { Routes } from '#kernel/server/index.ts';
import { createBookmark } from './actions/create-bookmark.ts';
import { deleteBookmark } from './actions/delete-bookmark.ts';
import { sortBookmark } from './actions/sort-bookmark.ts';
import { updateBookmark } from './actions/update-bookmark.ts';
import { listBookmarks } from './queries/list-bookmarks.ts';

const B = '/api/v4/channels/:channel_id/bookmarks';

export const bookmarksRoutes: Routes = {
  [`GET ${B}`]: listBookmarks,
  [`POST ${B}`]: { action: createBookmark, status: 201 },
  [`PATCH ${B}/:bookmark_id`]: updateBookmark,
  [`POST ${B}/:bookmark_id/sort_order`]: { action: sortBookmark, body: 'newSortOrder' },
  [`DELETE ${B}/:bookmark_id`]: deleteBookmark,
};
