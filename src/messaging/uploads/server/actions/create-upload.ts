import { z } from 'zod';
import { action, invalidBody, isId, newId, permissionError, signedIn, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { getChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import { cleanFileName, enableFileAttachments, maxFileSize } from '#messaging/files/server/feature.ts';
import { insertSession, toWireSession, type SessionRow } from '../uploads.store.ts';

const MAX_IMPORT_BYTES = 1_099_511_627_776;

export const createUpload = action({
  name: 'create-upload',
  summary: 'Announces a file that comes in pieces.',
  input: z.object({ type: z.enum(['', 'attachment', 'import']).nullish(), channel_id: z.string().nullish(), filename: z.string().nullish(), file_size: z.number().int() }),
  permission: signedIn('upload_file of the channel is asked for, or manage_system for an import'),
  run: async (ctx, { type, channel_id, filename, file_size }) => {
    if (!ctx.settings.get(enableFileAttachments)) throw userError('api.file.attachments.disabled.app_error', 'Files are switched off on this server (FileSettings.EnableFileAttachments).', 501);
    if (!filename) throw userError('model.upload_session.is_valid.filename.app_error', 'Name the file (filename).');
    if (file_size <= 0) throw userError('model.upload_session.is_valid.file_size.app_error', 'Say how many bytes the file has (file_size).');
    const is_import = type === 'import';
    if (is_import) await demandImport(ctx);
    else await demandChannel(ctx, channel_id);
    if (file_size > (is_import ? MAX_IMPORT_BYTES : ctx.settings.get(maxFileSize))) throw userError('api.upload.create.upload_too_large.app_error', 'The file is larger than this server allows (FileSettings.MaxFileSize).', 413);
    const row: SessionRow = { id: newId(ctx.now), type: is_import ? 'import' : 'attachment', create_at: ctx.now, user_id: ctx.actor.user_id, channel_id: is_import ? '' : channel_id!, filename: cleanFileName(filename), file_size, file_offset: 0, parts: [] };
    await insertSession(ctx.db, row);
    return toWireSession(row);
  },
});

async function demandImport(ctx: Ctx): Promise<void> {
  if (!(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_system']);
}

async function demandChannel(ctx: Ctx, channel_id: string | null | undefined): Promise<void> {
  if (!isId(channel_id)) throw invalidBody('channel_id');
  if (!(await hasChannelPermission(ctx, channel_id, 'upload_file'))) throw permissionError(ctx.actor.user_id, ['upload_file']);
  if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('api.file.upload_file.get_channel.app_error', 'The channel is archived: nothing can be uploaded to it.');
}
