import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createEphemeralPost } from './actions/create-ephemeral-post.ts';
import { createPost } from './actions/create-post.ts';
import { deletePost } from './actions/delete-post.ts';
import { markUnread } from './actions/mark-unread.ts';
import { patchPost } from './actions/patch-post.ts';
import { pinPost } from './actions/pin-post.ts';
import { restorePostVersion } from './actions/restore-post-version.ts';
import { sendTyping } from './actions/send-typing.ts';
import { unpinPost } from './actions/unpin-post.ts';
import { updatePost } from './actions/update-post.ts';
import { getEditHistory } from './queries/get-edit-history.ts';
import { getPostInfo } from './queries/get-post-info.ts';
import { getPost } from './queries/get-post.ts';
import { getPostsByIds } from './queries/get-posts-by-ids.ts';
import { getThread } from './queries/get-thread.ts';
import { listPinnedPosts } from './queries/list-pinned-posts.ts';
import { listPostsAroundUnread } from './queries/list-posts-around-unread.ts';
import { listPosts } from './queries/list-posts.ts';
import { listSavedPosts } from './queries/list-saved-posts.ts';

export const postsRoutes: Routes = {
  'POST /api/v4/posts': { action: createPost, status: 201 },
  'POST /api/v4/posts/ephemeral': { action: createEphemeralPost, status: 201 },
  'POST /api/v4/posts/ids': { action: getPostsByIds, body: 'post_ids' },
  'GET /api/v4/posts/:post_id': route({ action: getPost, has_etag: true }),
  'PUT /api/v4/posts/:post_id': updatePost,
  'PUT /api/v4/posts/:post_id/patch': { action: patchPost, body: 'post' },
  'DELETE /api/v4/posts/:post_id': { action: deletePost, answer: answerOk },
  'GET /api/v4/posts/:post_id/thread': route({ action: getThread, has_etag: true }),
  'GET /api/v4/posts/:post_id/info': getPostInfo,
  'GET /api/v4/posts/:post_id/edit_history': getEditHistory,
  'POST /api/v4/posts/:post_id/pin': { action: pinPost, answer: answerOk },
  'POST /api/v4/posts/:post_id/unpin': { action: unpinPost, answer: answerOk },
  'POST /api/v4/posts/:post_id/restore/:restore_version_id': restorePostVersion,
  'GET /api/v4/channels/:channel_id/posts': route({ action: listPosts, has_etag: true }),
  'GET /api/v4/channels/:channel_id/pinned': route({ action: listPinnedPosts, has_etag: true }),
  'GET /api/v4/users/:user_id/channels/:channel_id/posts/unread': route({ action: listPostsAroundUnread, has_etag: true }),
  'GET /api/v4/users/:user_id/posts/flagged': listSavedPosts,
  'POST /api/v4/users/:user_id/posts/:post_id/set_unread': markUnread,
  'POST /api/v4/users/:user_id/typing': { action: sendTyping, answer: answerOk },
};
