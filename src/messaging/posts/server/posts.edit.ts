import { hasPermission } from '#identity/roles/server/feature.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import type { Post } from '../wire/index.ts';
import { normalizeAttachments } from './attachments.ts';
import { postEdited } from './posts.events.ts';
import { beforePostEdited } from './posts.extensions.ts';
import { loadPost } from './posts.permissions.ts';
import { presentPost } from './posts.present.ts';
import { checkPost, hashtagsOf, isSystemType } from './posts.rules.ts';
import { postEditTimeLimit } from './posts.settings.ts';
import { findPost, updatePost } from './posts.store.ts';

export interface PostChange {
  readonly message?: string | null | undefined;
  readonly props?: Record<string, unknown> | null | undefined;
  readonly file_ids?: readonly string[] | null | undefined;
  readonly is_pinned?: boolean | null | undefined;
}

export interface EditOptions {
  /** The post shows how something stands: it may change at any time, no version is kept and it is not marked as edited. */
  readonly is_living?: boolean;
}

/** Changes a post, keeps the version before it when its words, files or attachments change, and tells everybody. */
export async function editPost(ctx: Ctx, post_id: string, change: PostChange, { is_living = false }: EditOptions = {}): Promise<Post> {
  const before = await loadPost(ctx, post_id);
  const message = change.message?.replaceAll('\u0000', '') ?? before.message;
  const file_ids = [...(change.file_ids ?? before.file_ids ?? [])];
  const props = { ...(change.props ?? before.props) };
  if (props['attachments'] !== undefined) props['attachments'] = normalizeAttachments(props['attachments']);
  if (change.props && before.props['from_webhook']) Object.assign(props, { from_webhook: 'true' });
  const is_reworded = message !== before.message || file_ids.join() !== (before.file_ids ?? []).join() || JSON.stringify(props['attachments']) !== JSON.stringify(before.props.attachments);
  await checkEditable(ctx, before, is_reworded, is_living);
  const hashtags = message === before.message ? before.hashtags : hashtagsOf(message);
  checkPost({ message, props, file_ids, hashtags });
  const after = { message, props, hashtags, file_ids, is_pinned: change.is_pinned ?? before.is_pinned, edit_at: is_reworded && !is_living ? ctx.now : before.edit_at, update_at: ctx.now };
  await ctx.db.tx(async (tx) => {
    for (const hook of ctx.app.all(beforePostEdited)) await hook(tx, before, after, ctx.now);
    await updatePost(tx, before, after, is_reworded && !is_living);
  });
  const post = await presentPost(ctx, (await findPost(ctx.db, post_id)) ?? { ...before, ...after });
  ctx.emit(postEdited, { post, is_reworded });
  return post;
}

async function checkEditable(ctx: Ctx, post: Post, is_reworded: boolean, is_living: boolean): Promise<void> {
  if (is_reworded && isSystemType(post.type)) throw userError('api.post.update_post.system_message.app_error', 'Messages of the system cannot be changed.');
  const channel = await getChannel(ctx.app, post.channel_id);
  if (channel?.delete_at) throw userError('api.post.update_post.can_not_update_post_in_deleted.error', 'The channel is archived: its messages cannot be changed.');
  if (is_living) return;
  const limit_s = ctx.settings.get(postEditTimeLimit);
  const is_late = limit_s >= 0 && ctx.now > post.create_at + limit_s * 1000;
  if (is_reworded && is_late && !(await hasPermission(ctx, 'manage_system'))) throw userError('api.post.update_post.permissions_time_limit.app_error', `Messages can be changed for ${limit_s} seconds only.`);
}
