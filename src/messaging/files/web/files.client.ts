import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { FileInfo, FileUploadResponse } from '#messaging/files/wire/index.ts';

type UploadHooks = { on_progress: (fraction: number) => void; signal: AbortSignal };

/** Sends one file to a channel; a post carries it afterwards by its id. */
export async function uploadFile(channel_id: Id, client_id: string, file: File, hooks: UploadHooks): Promise<FileInfo> {
  const form = new FormData();
  form.set('channel_id', channel_id);
  form.set('client_ids', client_id);
  form.set('files', file, file.name);
  const answer = await api.upload<FileUploadResponse>('/api/v4/files', form, hooks);
  return answer.file_infos[0]!;
}

export function filePath(file_id: Id): string {
  return `/api/v4/files/${file_id}`;
}

export function downloadPath(file_id: Id): string {
  return `/api/v4/files/${file_id}?download=1`;
}

export function previewPath(file_id: Id): string {
  return `/api/v4/files/${file_id}/preview`;
}

export function thumbnailPath(file_id: Id): string {
  return `/api/v4/files/${file_id}/thumbnail`;
}
