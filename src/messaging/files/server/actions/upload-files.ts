import { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { action, AppError, invalidBody, invalidUrl, isId, permissionError, signedIn, userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import type { FileUploadResponse } from '../../wire/index.ts';
import { describeFile } from '../files.describe.ts';
import { enableFileAttachments, maxFileSize } from '../files.settings.ts';
import { completeFiles, toFileInfo, type FileRow } from '../files.store.ts';
import { brokenUpload, discardUpload, readMultipart, storeFile, type Upload } from '../files.upload.ts';

/** Stores files for a message that is still to be written. */
export const uploadFiles = action({
  name: 'upload-files',
  summary: 'Upload files for a message in a channel.',
  input: z.object({
    request: z.instanceof(IncomingMessage),
    channel_id: z.string().optional(),
    filename: z.string().optional(),
  }),
  permission: signedIn('the channel is named inside the stream; upload_file is checked there before the files exist'),
  run: async (ctx, { request, channel_id, filename }): Promise<FileUploadResponse> => {
    if (!ctx.settings.get(enableFileAttachments)) throw userError('api.file.attachments.disabled.app_error', 'Files are switched off on this server (FileSettings.EnableFileAttachments).', 403);
    const upload: Upload = { files: [], fields: { channel_ids: channel_id === undefined ? [] : [channel_id], client_ids: [] } };
    const is_form = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
    try {
      if (is_form) await readForm(ctx, request, upload);
      else await readRaw(ctx, request, upload, filename);
      const rows = await describe(ctx, upload);
      await completeFiles(ctx.db, rows);
      return { file_infos: rows.map(toFileInfo), client_ids: upload.fields.client_ids };
    } catch (error) {
      await discardUpload(ctx, request, upload);
      throw error;
    }
  },
});

async function readForm(ctx: Ctx, request: IncomingMessage, upload: Upload): Promise<void> {
  await readMultipart(ctx, request, upload, ctx.settings.get(maxFileSize), (channel_id) => checkChannel(ctx, channel_id));
  const { channel_ids, client_ids } = upload.fields;
  if (new Set(channel_ids).size > 1) throw userError('api.file.upload_file.multiple_channel_ids.app_error', 'The upload names more than one channel.');
  await checkChannel(ctx, channel_ids[0]);
  if (!upload.files.length) throw brokenUpload('It holds no file.');
  if (client_ids.length && client_ids.length !== upload.files.length) throw userError('api.file.upload_file.incorrect_number_of_client_ids.app_error', `There are ${upload.files.length} files but ${client_ids.length} client_ids.`);
}

async function readRaw(ctx: Ctx, request: IncomingMessage, upload: Upload, filename: string | undefined): Promise<void> {
  if (!filename) throw invalidUrl('filename');
  await checkChannel(ctx, upload.fields.channel_ids[0]);
  const limit = ctx.settings.get(maxFileSize);
  try {
    await storeFile(ctx, upload, filename, request, limit);
  } catch (error) {
    throw error instanceof AppError || !request.readableAborted ? error : brokenUpload('The connection ended before the upload was complete.');
  }
}

async function checkChannel(ctx: Ctx, channel_id: string | undefined): Promise<void> {
  if (!isId(channel_id)) throw invalidBody('channel_id');
  if (!(await hasChannelPermission(ctx, channel_id, 'upload_file'))) throw permissionError(ctx.actor.user_id, ['upload_file']);
  if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('api.file.upload_file.get_channel.app_error', 'The channel is archived: nothing can be uploaded to it.');
}

function describe(ctx: Ctx, upload: Upload): Promise<FileRow[]> {
  const owner = { user_id: ctx.actor.user_id, channel_id: upload.fields.channel_ids[0]! };
  return Promise.all(upload.files.map((file) => describeFile(ctx, file, owner)));
}
