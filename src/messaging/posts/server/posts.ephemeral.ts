import { newId, type Ctx } from '#kernel/server/index.ts';
import type { Post } from '../wire/index.ts';
import { ephemeralPosted } from './posts.events.ts';
import { presentPost } from './posts.present.ts';

/** Shows a message to one person's connections only. `user_id` in `post` is who it seems to come from. */
export async function sendEphemeralPost(ctx: Ctx, user_id: string, post: { channel_id: string; user_id: string; message: string; root_id?: string; props?: Record<string, unknown> }): Promise<Post> {
  const shown = await presentPost(ctx, {
    id: newId(ctx.now), create_at: ctx.now, update_at: 0, edit_at: 0, delete_at: 0, is_pinned: false, user_id: post.user_id, channel_id: post.channel_id,
    root_id: post.root_id ?? '', original_id: '', message: post.message, type: 'system_ephemeral', props: post.props ?? {}, hashtags: '', file_ids: null,
    pending_post_id: '', reply_count: 0, last_reply_at: 0, participants: null, metadata: {},
  });
  ctx.emit(ephemeralPosted, { post: shown, user_id });
  return shown;
}
