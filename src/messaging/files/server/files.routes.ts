import { route, type HttpReply, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import { uploadFiles } from './actions/upload-files.ts';
import { sendFile } from './files.send.ts';
import { getFileInfo } from './queries/get-file-info.ts';
import { getFilePreview } from './queries/get-file-preview.ts';
import { getFileThumbnail } from './queries/get-file-thumbnail.ts';
import { getFile } from './queries/get-file.ts';
import { getPublicFile } from './queries/get-public-file.ts';
import { getPublicLink } from './queries/get-public-link.ts';
import { listFilesOfPost } from './queries/list-files-of-post.ts';

const cached = <O>(result: O, reply: HttpReply): O => {
  reply.header('cache-control', 'max-age=2592000, private');
  return result;
};

const text = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export const filesRoutes: Routes = {
  'POST /api/v4/files': route({
    action: uploadFiles,
    status: 201,
    is_streamed: true,
    read: (request: HttpRequest) => ({ request: request.raw, channel_id: text(request.query.channel_id), filename: text(request.query.filename) }),
  }),
  'GET /api/v4/files/:file_id': route({ action: getFile, answer: sendFile, has_head: true }),
  'GET /api/v4/files/:file_id/preview': route({ action: getFilePreview, answer: sendFile, has_head: true }),
  'GET /api/v4/files/:file_id/thumbnail': route({ action: getFileThumbnail, answer: sendFile, has_head: true }),
  'GET /api/v4/files/:file_id/info': route({ action: getFileInfo, answer: cached }),
  'GET /api/v4/files/:file_id/link': getPublicLink,
  'GET /api/v4/posts/:post_id/files/info': route({ action: listFilesOfPost, has_etag: true, answer: cached }),
  'GET /files/:file_id/public': route({ action: getPublicFile, answer: sendFile, has_head: true }),
};
