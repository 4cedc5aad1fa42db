import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import { findFile, type FileRow } from './files.store.ts';

const loaded = new WeakMap<Ctx, Promise<FileRow | undefined>>();

/** The file of this call, read once for the check of the right and the answer. 404 if it is not there. */
export async function loadFile(ctx: Ctx, file_id: string): Promise<FileRow> {
  const work = loaded.get(ctx) ?? findFile(ctx.db, file_id);
  loaded.set(ctx, work);
  const file = await work;
  if (!file || file.id !== file_id) throw userError('app.file_info.get.app_error', 'This file does not exist or was deleted.', 404);
  return file;
}

/** Readers of the channel may read its files. What no message carries yet is for who uploaded it. */
export const readsFile: PermissionRule<{ file_id: string }> = {
  scope: 'channel',
  ids: ['read_channel_content'],
  check: async (ctx, { file_id }) => {
    const file = await loadFile(ctx, file_id);
    return file.user_id === ctx.actor.user_id || (file.post_id !== '' && canReadChannel(ctx, file.channel_id));
  },
};
