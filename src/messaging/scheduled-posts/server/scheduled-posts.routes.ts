import type { Routes } from '#kernel/server/index.ts';
import { deleteScheduledPost } from './actions/delete-scheduled-post.ts';
import { schedulePost } from './actions/schedule-post.ts';
import { updateScheduledPost } from './actions/update-scheduled-post.ts';
import { listScheduledPosts } from './queries/list-scheduled-posts.ts';

// The protocol answers every change with 201.
export const scheduledPostsRoutes: Routes = {
  'POST /api/v4/posts/schedule': { action: schedulePost, status: 201 },
  'PUT /api/v4/posts/schedule/:scheduled_post_id': { action: updateScheduledPost, status: 201 },
  'DELETE /api/v4/posts/schedule/:scheduled_post_id': { action: deleteScheduledPost, status: 201 },
  'GET /api/v4/posts/scheduled/team/:team_id': listScheduledPosts,
};
