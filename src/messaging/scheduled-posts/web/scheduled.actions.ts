import { api, formatExact, t, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { restoreAttachments } from '#messaging/files/web/index.ts';
import { draftKey, saveDraft, type Draft } from '#messaging/posts/web/index.ts';
import type { ScheduledPost } from '#messaging/scheduled-posts/wire/index.ts';
import { scheduled_messages as m } from './scheduled.messages.ts';
import { dropScheduled, keepScheduled } from './scheduled.state.ts';

const PATH = '/api/v4/posts/schedule';

/** Has the server send it later. What it refuses stands in the composer again. */
export function schedule(channel_id: Id, root_id: Id, draft: Draft, scheduled_at: number): void {
  const { message, files, priority } = draft;
  const post = { channel_id, root_id, message, file_ids: files.map((file) => file.id), scheduled_at, ...(priority && { priority }) };
  api.post<ScheduledPost>(PATH, post).then(
    (kept) => {
      keepScheduled(kept);
      toast.show(t(m.will_be_sent, { time: formatExact(scheduled_at) }));
    },
    (error: unknown) => {
      const key = draftKey(channel_id, root_id);
      saveDraft(key, { message, files, priority: priority ?? null });
      restoreAttachments(key, files);
      toast.failure(error);
    },
  );
}

/** Changes words or time. Throws ApiError. */
export async function change(post: ScheduledPost, patch: Partial<Pick<ScheduledPost, 'message' | 'scheduled_at'>>): Promise<void> {
  keepScheduled(await api.put<ScheduledPost>(`${PATH}/${post.id}`, { ...post, ...patch }));
}

export function sendNow(post: ScheduledPost): void {
  change(post, { scheduled_at: Date.now() }).catch(toast.failure);
}

export function remove(post: ScheduledPost): void {
  dropScheduled(post.id);
  api.delete(`${PATH}/${post.id}`).catch((error: unknown) => {
    keepScheduled(post);
    toast.failure(error);
  });
}
