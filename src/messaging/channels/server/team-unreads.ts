import type { TeamUnread } from '#identity/teams/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { threadCountsOf } from './channels.extensions.ts';

export type Counts = Pick<TeamUnread, 'team_id' | 'msg_count' | 'mention_count' | 'mention_count_root' | 'msg_count_root'>;

// Muted channels count by their mentions only.
export const SUMS = `
  COALESCE(sum(v.unread_count) FILTER (WHERE NOT v.is_muted), 0) AS msg_count, COALESCE(sum(v.mention_count), 0) AS mention_count,
  COALESCE(sum(v.mention_count_root), 0) AS mention_count_root, COALESCE(sum(v.unread_count_root) FILTER (WHERE NOT v.is_muted), 0) AS msg_count_root`;

export async function withThreads(ctx: Ctx, user_id: string, counts: readonly Counts[], wanted: boolean): Promise<TeamUnread[]> {
  const none = { thread_count: 0, thread_mention_count: 0, thread_urgent_mention_count: 0 };
  const [count] = ctx.app.all(threadCountsOf);
  const threads = wanted && counts.length ? await count?.(ctx.app, user_id, counts.map((c) => c.team_id)) : undefined;
  return counts.map((c) => ({ ...c, ...(threads?.get(c.team_id) ?? none) }));
}
