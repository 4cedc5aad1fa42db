import { userError, type Ctx, type Sql } from '#kernel/server/index.ts';
import { attachFiles, findOwnFiles } from '#messaging/files/server/feature.ts';

/** Gives a bookmark the file that its writer uploaded for this channel. */
export async function attachToBookmark(ctx: Ctx, tx: Sql, file_id: string, bookmark: { id: string; channel_id: string }): Promise<void> {
  const [file] = await findOwnFiles(tx, [file_id], ctx.actor.user_id);
  const is_free = file?.channel_id === bookmark.channel_id && !file.post_id;
  if (!is_free || (await attachFiles(tx, [{ file_id, post_id: bookmark.id }])) === 0) throw userError('model.channel_bookmark.is_valid.file_id.missing_or_invalid.app_error', 'Upload the file for this channel first: a bookmark needs a file of its own.');
}
