import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type JobStatus = 'pending' | 'in_progress' | 'success' | 'error' | 'warning' | 'cancel_requested' | 'canceled';

/** Work that an administrator starts and watches. */
export type BackgroundJob = {
  id: Id;
  type: string;
  priority: number;
  create_at: Timestamp;
  /** 0 = not yet. */
  start_at: Timestamp;
  last_activity_at: Timestamp;
  status: JobStatus;
  /** In percent; -1 where it cannot be told. */
  progress: number;
  data: Record<string, string> | null;
};
