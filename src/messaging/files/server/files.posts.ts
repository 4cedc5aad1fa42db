import { userError, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { NewPost, PostDraft } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { attachFiles, findFiles, findWaiting, replaceFilesOf, toFileInfo, type FileRow } from './files.store.ts';

/** Leaves only those files with a new post that its author uploaded for this channel and has not posted yet. */
export async function keepOwnFiles(ctx: Ctx, draft: PostDraft): Promise<void> {
  if (!draft.file_ids.length) return;
  const wanted = [...new Set(draft.file_ids)];
  const free = await findWaiting(ctx.db, wanted, draft.user_id, draft.channel_id);
  draft.file_ids = wanted.filter((id) => free.has(id));
  if (!draft.file_ids.length && !draft.message) throw userError('api.post.create_post.no_files.app_error', 'The files of this message are not there any more. Attach them again.');
}

/** Gives the files to the posts that were just written, in their transaction. */
export function attachToPosts(tx: Sql, posts: readonly NewPost[]): Promise<void> | undefined {
  const pairs = posts.flatMap(({ row }) => row.file_ids.map((file_id) => ({ file_id, post_id: row.id })));
  if (!pairs.length) return undefined;
  return attachFiles(tx, pairs).then((count) => {
    if (count < pairs.length) throw userError('api.post.create_post.no_files.app_error', 'Another message has taken a file of this one. Attach it again.');
  });
}

/** Keeps the files of an edited post in step: new ones are attached if its author uploaded them for it, others go, those of an earlier version come back. */
export async function changeFilesOfPost(tx: Sql, before: Post, after: { file_ids: string[] }, now: number): Promise<void> {
  if (after.file_ids.join() === (before.file_ids ?? []).join()) return;
  const own = await replaceFilesOf(tx, before, after.file_ids, now);
  after.file_ids = [...new Set(after.file_ids)].filter((id) => own.has(id));
}

/** Adds what clients show of the files of posts. */
export async function addFilesToPosts(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  const ids = posts.flatMap((post) => post.file_ids ?? []);
  if (!ids.length) return;
  const rows = await findFiles(ctx.db, ids, true);
  for (const post of posts) {
    const own = post.file_ids?.length ? inOrder(post.file_ids, rows).filter((row) => row.post_id === post.id && (!row.delete_at || post.delete_at)) : [];
    if (own.length) (post.metadata ??= {}).files = own.map(toFileInfo);
  }
}

/** The files that these ids name, in the order of the ids. */
export function inOrder(ids: readonly string[], rows: readonly FileRow[]): FileRow[] {
  const by_id = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => by_id.get(id) ?? []);
}
