import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type FileInfo = {
  id: Id;
  user_id: Id;
  /** Absent until a post carries the file. */
  post_id?: Id;
  channel_id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  name: string;
  /** Without the dot. */
  extension: string;
  size: number;
  mime_type: string;
  width?: number;
  height?: number;
  has_preview_image?: boolean;
  /** A 16×16 JPEG in base64. */
  mini_preview: string | null;
  remote_id: string | null;
  archived: boolean;
};

export type FileUploadResponse = { file_infos: FileInfo[]; client_ids: string[] };

export type FileSearchResults = {
  order: Id[];
  file_infos: Record<Id, FileInfo>;
  next_file_info_id?: Id;
  prev_file_info_id?: Id;
  first_inaccessible_file_time?: Timestamp;
};

export const files_per_post_max = 10;
