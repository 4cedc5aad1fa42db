import { selfOr } from '#identity/roles/server/feature.ts';
import type { PermissionRule } from '#kernel/server/index.ts';
import { canReadPost } from '#messaging/posts/server/feature.ts';

/** A person's own view of a thread that the actor may read. */
export const ownThread: PermissionRule<{ user_id: string; thread_id: string }> = {
  scope: 'channel',
  ids: ['edit_other_users', 'read_channel_content'],
  check: async (ctx, input) => (await selfOr('edit_other_users').check(ctx, input)) && canReadPost(ctx, input.thread_id),
};
