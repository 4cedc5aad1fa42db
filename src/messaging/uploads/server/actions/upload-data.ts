import { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { action, drain, fields, readFormStream, signedIn, userError, type Ctx } from '#kernel/server/index.ts';
import { storeWholeFile, toFileInfo } from '#messaging/files/server/feature.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { findSession } from '../find-session.ts';
import { takeImport } from '../uploads.extensions.ts';
import { folderOfParts, joinParts, storePart } from '../uploads.parts.ts';
import { addPart, removeSession, type SessionRow } from '../uploads.store.ts';

export const uploadData = action({
  name: 'upload-data',
  summary: 'Brings the next piece of a file. With the last one the file is there.',
  input: z.object({ upload_id: fields.id(), request: z.instanceof(IncomingMessage) }),
  permission: signedIn('own uploads only, decided when it is found'),
  run: async (ctx, { upload_id, request }): Promise<FileInfo | null> => {
    try {
      const session = await findSession(ctx, upload_id);
      const size = await receive(ctx, session, request);
      const moved = size ? await addPart(ctx.db, session, size) : session;
      if (!moved) throw userError('app.upload.upload_data.concurrent.app_error', 'Another piece of this file is coming already. Ask how far it is and go on from there.');
      return moved.file_offset < moved.file_size ? null : await finish(ctx, moved);
    } finally {
      drain(request);
    }
  },
});

async function receive(ctx: Ctx, session: SessionRow, request: IncomingMessage): Promise<number> {
  const rest = session.file_size - session.file_offset;
  if (/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) return receiveForm(ctx, session, request, rest);
  const length = Number(request.headers['content-length'] ?? NaN);
  if (length > rest || length === 0) throw userError('api.upload.upload_data.invalid_content_length', `${rest} bytes of this file are still to come, not ${length}.`);
  return storePart(ctx.app, session, request, rest);
}

async function receiveForm(ctx: Ctx, session: SessionRow, request: IncomingMessage, rest: number): Promise<number> {
  let size: number | undefined;
  await readFormStream(request, async (bytes: Readable) => {
    size = await storePart(ctx.app, session, bytes, rest);
  });
  if (size === undefined) throw userError('api.upload.upload_data.multipart_error', 'The form holds no file.');
  return size;
}

async function finish(ctx: Ctx, session: SessionRow): Promise<FileInfo> {
  const bytes = joinParts(ctx.app, session);
  let info: FileInfo;
  if (session.type === 'import') {
    const [take] = ctx.app.all(takeImport);
    if (!take) throw userError('app.import.not_available.app_error', 'This server takes no imports.', 501);
    await take(ctx, session, bytes);
    info = { id: session.id, user_id: session.user_id, channel_id: '', create_at: session.create_at, update_at: ctx.now, delete_at: 0, name: session.filename, extension: '', size: session.file_size, mime_type: '', mini_preview: null, remote_id: null, archived: false };
  } else info = toFileInfo(await storeWholeFile(ctx, { user_id: session.user_id, channel_id: session.channel_id, name: session.filename }, bytes));
  await removeSession(ctx.db, session.id);
  await ctx.app.files.removeFolder(folderOfParts(session.id));
  return info;
}
