import { newId, type Ctx } from '#kernel/server/index.ts';
import type { Post } from '../wire/index.ts';
import { addActionCookies } from './action-cookies.ts';
import { normalizeAttachments } from './attachments.ts';
import { ephemeralEdited, ephemeralPosted } from './posts.events.ts';
import { presentPost } from './posts.present.ts';

/** A message that one person sees and nobody keeps. `user_id` is who it seems to come from. */
interface EphemeralPost {
  readonly channel_id: string;
  readonly user_id: string;
  readonly message: string;
  readonly root_id?: string;
  readonly props?: Record<string, unknown>;
}

/** Shows a message to one person's connections only. */
export async function sendEphemeralPost(ctx: Ctx, user_id: string, post: EphemeralPost): Promise<Post> {
  const shown = await present(ctx, user_id, { ...post, id: newId(ctx.now) }, 0);
  ctx.emit(ephemeralPosted, { post: shown, user_id });
  return shown;
}

/** Changes such a message on the screens of its reader. */
export async function updateEphemeralPost(ctx: Ctx, user_id: string, post: EphemeralPost & { readonly id: string }): Promise<Post> {
  const shown = await present(ctx, user_id, post, ctx.now);
  ctx.emit(ephemeralEdited, { post: shown, user_id });
  return shown;
}

async function present(ctx: Ctx, user_id: string, { id, channel_id, user_id: author_id, message, root_id, props }: EphemeralPost & { readonly id: string }, edit_at: number): Promise<Post> {
  const post: Post = {
    id, create_at: ctx.now, update_at: edit_at, edit_at, delete_at: 0, is_pinned: false, user_id: author_id, channel_id,
    root_id: root_id ?? '', original_id: '', message, type: 'system_ephemeral', props: { ...props }, hashtags: '', file_ids: null,
    pending_post_id: '', reply_count: 0, last_reply_at: 0, participants: null, metadata: {},
  };
  if (props?.['attachments'] !== undefined) post.props.attachments = normalizeAttachments(props['attachments']);
  addActionCookies(ctx.app, post, user_id);
  return presentPost(ctx, post);
}
