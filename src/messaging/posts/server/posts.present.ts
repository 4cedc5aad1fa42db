import type { Ctx } from '#kernel/server/index.ts';
import type { Post, PostEmbed, PostList } from '../wire/index.ts';
import { postMetadata } from './posts.extensions.ts';
import { addPriorities } from './posts.priority.ts';

/** Makes posts ready for a reader: metadata filled in one go, secrets of integrations left out. The posts are changed. */
export async function presentPosts(ctx: Ctx, posts: readonly Post[], is_new = false): Promise<void> {
  for (const post of posts) {
    post.metadata ??= {};
    if (!post.props.attachments) continue;
    post.metadata.embeds = [{ type: 'message_attachment' } as PostEmbed];
    hideIntegrations(post);
  }
  await Promise.all([is_new ? undefined : addPriorities(ctx, posts), ...ctx.app.all(postMetadata).map((fill) => fill(ctx, posts, is_new))]);
}

/** One post ready for a reader. */
export async function presentPost(ctx: Ctx, post: Post, is_new = false): Promise<Post> {
  await presentPosts(ctx, [post], is_new);
  return post;
}

/** The protocol's list: newest first in `order`, everything by id in `posts`. */
export async function presentList(ctx: Ctx, ordered: readonly Post[], others: readonly Post[] = [], ends: Partial<PostList> = {}): Promise<PostList> {
  await presentPosts(ctx, [...ordered, ...others]);
  const posts: PostList['posts'] = {};
  for (const post of others) posts[post.id] = post;
  for (const post of ordered) posts[post.id] = post;
  return { order: ordered.map((post) => post.id), posts, next_post_id: '', prev_post_id: '', first_inaccessible_post_time: 0, ...ends };
}

// Where a button leads is the integration's secret: clients get the button, never its address or context.
function hideIntegrations(post: Post): void {
  const { attachments } = post.props;
  if (!Array.isArray(attachments)) return;
  const shown = attachments.map((attachment) => {
    if (!attachment || typeof attachment !== 'object' || !Array.isArray(attachment.actions)) return attachment;
    return { ...attachment, actions: attachment.actions.map((action) => (action && typeof action === 'object' ? { ...action, integration: undefined } : action)) };
  });
  post.props = { ...post.props, attachments: shown };
}
