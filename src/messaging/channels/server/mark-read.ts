import type { Ctx } from '#kernel/server/index.ts';
import { markViewed } from './channel-counts.store.ts';
import { channelsViewed } from './channels.events.ts';
import { markThreadsRead } from './channels.extensions.ts';
import { enableChannelViewedMessages } from './channels.settings.ts';

export interface Viewed {
  readonly channel_id: string;
  readonly at: number;
  readonly is_unread: boolean;
}

// A client that knows no collapsed threads shows replies in the channel, so they are read with it.
export async function view(ctx: Ctx, user_id: string, channel_ids: readonly string[], with_threads: boolean): Promise<Record<string, number>> {
  if (!channel_ids.length) return {};
  const found = await ctx.db.rows<Viewed>(
    `SELECT channel_id, GREATEST(last_post_at, last_viewed_at) AS at, unread_count > 0 OR mention_count > 0 AS is_unread
     FROM channel_member_counts WHERE user_id = $1 AND channel_id = ANY($2)`,
    [user_id, channel_ids],
  );
  const unread = found.filter((channel) => channel.is_unread);
  if (unread.length) {
    await markViewed(ctx.db, unread.map(({ channel_id }) => ({ channel_id, user_id, at: 0 })));
    if (with_threads) for (const mark of ctx.app.all(markThreadsRead)) await mark(ctx, user_id, unread.map((channel) => channel.channel_id), ctx.now);
    const times = (list: readonly Viewed[]) => Object.fromEntries(list.map(({ channel_id, at }) => [channel_id, at]));
    if (ctx.settings.get(enableChannelViewedMessages)) ctx.emit(channelsViewed, { user_id, channel_times: times(unread), ...(with_threads ? { threads_read_at: ctx.now } : {}) });
  }
  return Object.fromEntries(found.map(({ channel_id, at }) => [channel_id, at]));
}
