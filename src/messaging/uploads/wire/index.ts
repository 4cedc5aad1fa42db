import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** A file that comes in pieces. */
export type UploadSession = {
  id: Id;
  type: 'attachment' | 'import';
  create_at: Timestamp;
  user_id: Id;
  channel_id?: Id;
  filename: string;
  file_size: number;
  /** How many bytes are there. */
  file_offset: number;
  remote_id: string;
  req_file_id: string;
};
