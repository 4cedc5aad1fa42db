import { defineFeature, type Ctx } from '#kernel/server/index.ts';
import { afterPostsDeleted, afterPostsInserted, beforePostCreated, postMetadata } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { deleteAcknowledgementsOfPosts, listAcknowledgements } from './acknowledgements.store.ts';
import { checkPriority } from './check-priority.ts';
import { forgetPersistent, persistentListeners, rememberPersistent, repeatNotifications } from './persistent-notifications.ts';
import { priorityFrames } from './priority.events.ts';
import { priorityRoutes } from './priority.routes.ts';
import { prioritySettings } from './priority.settings.ts';

/** Important and urgent messages: acknowledgements, and notifications that repeat. */
export const priorityFeature = defineFeature({
  name: 'priority',
  area: 'messaging',
  summary: 'Important and urgent messages: acknowledgements, and notifications that repeat.',
  tables: ['post_acknowledgements', 'persistent_notifications'],
  routes: priorityRoutes,
  frames: priorityFrames,
  settings: prioritySettings,
  jobs: [repeatNotifications],
  listeners: persistentListeners,
  contributes: [
    beforePostCreated.add(checkPriority),
    afterPostsInserted.add(rememberPersistent),
    afterPostsDeleted.add(async (tx, _post, ids) => {
      await Promise.all([deleteAcknowledgementsOfPosts(tx, ids), forgetPersistent(tx, ids)]);
    }),
    postMetadata.add((ctx, posts, is_new) => (is_new ? undefined : addAcknowledgements(ctx, posts))),
  ],
});

// Any post can be acknowledged; that changes its update_at.
async function addAcknowledgements(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  const touched = posts.filter((post) => post.update_at > post.create_at && !post.delete_at);
  if (!touched.length) return;
  const acks = await listAcknowledgements(ctx.db, touched.map((post) => post.id));
  for (const post of touched) {
    const own = acks.length ? acks.filter((ack) => ack.post_id === post.id) : [];
    if (own.length) (post.metadata ??= {}).acknowledgements = own;
  }
}
