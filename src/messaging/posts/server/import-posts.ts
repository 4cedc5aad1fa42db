import { newId, type Ctx } from '#kernel/server/index.ts';
import type { PostProps } from '../wire/index.ts';
import { checkPost, hashtagsOf } from './posts.rules.ts';
import { setPinned, type PostRow } from './posts.store.ts';
import { writeBatch } from './posts.writer.ts';

export interface ImportedPost {
  readonly channel_id: string;
  readonly user_id: string;
  readonly root_id?: string;
  readonly root_user_id?: string;
  readonly message: string;
  readonly create_at: number;
  readonly edit_at?: number;
  readonly type?: string;
  readonly props?: PostProps;
  readonly file_ids?: readonly string[];
  readonly is_pinned?: boolean;
}

/** Writes a message of another server with its time. Nobody is told and nobody counts as mentioned. Returns its id. */
export async function importPost(ctx: Ctx, post: ImportedPost): Promise<string> {
  const hashtags = hashtagsOf(post.message);
  const row: PostRow = {
    id: newId(post.create_at), create_at: post.create_at, update_at: Math.max(post.create_at, post.edit_at ?? 0), edit_at: post.edit_at ?? 0, user_id: post.user_id, channel_id: post.channel_id, root_id: post.root_id ?? '',
    message: post.message, type: post.type ?? '', hashtags, pending_post_id: '', props: post.props ?? {}, file_ids: post.file_ids ?? [],
  };
  checkPost({ ...row, hashtags });
  await ctx.db.tx(async (tx) => {
    await writeBatch(ctx.app, tx, [{ row, root_user_id: post.root_user_id ?? '', root_mentioned: [], is_automatic: false, mentioned: [], counted: [], is_wide: false, is_urgent: false, priority: null, views_channel: false }]);
    if (post.is_pinned) await setPinned(tx, row.id);
  });
  return row.id;
}
