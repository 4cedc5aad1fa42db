import type { Sql } from '#kernel/server/index.ts';
import type { ChannelUnreadAt } from '../wire/index.ts';

/** How a batch of posts changes a channel. Posts that do not count as messages (joining, leaving) have a count of 0 and still move `last_post_at`. */
export interface PostCounts {
  readonly channel_id: string;
  readonly count: number;
  readonly count_root: number;
  readonly last_post_at: number;
  readonly last_root_post_at: number;
}

/** Adds posts to their channels' running counts. One statement for the batch; run it before `markViewed`. */
export async function countPosts(tx: Sql, counts: readonly PostCounts[]): Promise<void> {
  if (!counts.length) return;
  // Rows are locked in the order of their ids, so that two batches never wait for one another.
  await tx.run(
    `UPDATE channels c SET total_msg_count = c.total_msg_count + p.count, total_msg_count_root = c.total_msg_count_root + p.count_root,
       last_post_at = GREATEST(c.last_post_at, p.last_post_at), last_root_post_at = GREATEST(c.last_root_post_at, p.last_root_post_at)
     FROM (SELECT p.* FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS p (id, count, count_root, last_post_at, last_root_post_at)
           JOIN channels l ON l.id = p.id ORDER BY p.id FOR UPDATE OF l) p
     WHERE c.id = p.id`,
    [counts.map((c) => c.channel_id), counts.map((c) => c.count), counts.map((c) => c.count_root), counts.map((c) => c.last_post_at), counts.map((c) => c.last_root_post_at)],
  );
}

/** How many posts of a batch mention the whole channel. */
export interface WideMentions {
  readonly channel_id: string;
  readonly count: number;
  readonly count_root: number;
  /** How many of them are urgent. */
  readonly urgent?: number;
  /** Authors, for whom their own do not count. */
  readonly own?: readonly { readonly user_id: string; readonly count: number; readonly count_root: number; readonly urgent?: number }[];
}

/** Adds mentions of whole channels: one row for each channel, however many members it has. */
export async function countWideMentions(tx: Sql, counts: readonly WideMentions[]): Promise<void> {
  if (!counts.length) return;
  const own = counts.flatMap((c) => (c.own ?? []).map((o) => ({ channel_id: c.channel_id, ...o })));
  await Promise.all([
    tx.run(
      `UPDATE channels c SET wide_mention_count = c.wide_mention_count + p.count, wide_mention_count_root = c.wide_mention_count_root + p.count_root, wide_urgent_count = c.wide_urgent_count + p.urgent
       FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) AS p (id, count, count_root, urgent) WHERE c.id = p.id`,
      [counts.map((c) => c.channel_id), counts.map((c) => c.count), counts.map((c) => c.count_root), counts.map((c) => c.urgent ?? 0)],
    ),
    own.length &&
      tx.run(
        `UPDATE channel_members m SET wide_mention_seen = m.wide_mention_seen + p.count, wide_mention_seen_root = m.wide_mention_seen_root + p.count_root, wide_urgent_seen = m.wide_urgent_seen + p.urgent
         FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) AS p (channel_id, user_id, count, count_root, urgent)
         WHERE m.channel_id = p.channel_id AND m.user_id = p.user_id`,
        [own.map((o) => o.channel_id), own.map((o) => o.user_id), own.map((o) => o.count), own.map((o) => o.count_root), own.map((o) => o.urgent ?? 0)],
      ),
  ]);
}

/** How often a member is mentioned in person. */
export interface PersonalMentions {
  readonly channel_id: string;
  readonly user_id: string;
  readonly count: number;
  readonly count_root: number;
  readonly urgent: number;
}

/** Adds personal mentions; people who are not members are passed over. */
export async function countMentions(tx: Sql, counts: readonly PersonalMentions[]): Promise<void> {
  if (!counts.length) return;
  await tx.run(
    `UPDATE channel_members m SET mention_count = m.mention_count + p.count, mention_count_root = m.mention_count_root + p.count_root, urgent_mention_count = m.urgent_mention_count + p.urgent
     FROM (SELECT p.* FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) AS p (channel_id, user_id, count, count_root, urgent)
           JOIN channel_members l ON l.channel_id = p.channel_id AND l.user_id = p.user_id ORDER BY p.channel_id, p.user_id FOR UPDATE OF l) p
     WHERE m.channel_id = p.channel_id AND m.user_id = p.user_id`,
    [counts.map((c) => c.channel_id), counts.map((c) => c.user_id), counts.map((c) => c.count), counts.map((c) => c.count_root), counts.map((c) => c.urgent)],
  );
}

/** A member has read a channel up to a time. `behind*`: how much of the running counts came after it. */
export interface Viewing {
  readonly channel_id: string;
  readonly user_id: string;
  /** In ms; 0 means up to the channel's last post. */
  readonly at: number;
  readonly behind?: number;
  readonly behind_root?: number;
  readonly wide_behind?: number;
  readonly wide_behind_root?: number;
}

/** Sets members' counts to what they have read: everything, or all but what came after it. */
export async function markViewed(tx: Sql, views: readonly Viewing[]): Promise<void> {
  if (!views.length) return;
  await tx.run(
    `UPDATE channel_members m SET msg_count = c.total_msg_count - p.behind, msg_count_root = c.total_msg_count_root - p.behind_root,
       mention_count = 0, mention_count_root = 0, urgent_mention_count = 0,
       wide_mention_seen = c.wide_mention_count - p.wide_behind, wide_mention_seen_root = c.wide_mention_count_root - p.wide_behind_root, wide_urgent_seen = c.wide_urgent_count,
       last_viewed_at = GREATEST(m.last_viewed_at, CASE WHEN p.at = 0 THEN c.last_post_at ELSE p.at END),
       last_update_at = GREATEST(m.last_update_at, CASE WHEN p.at = 0 THEN c.last_post_at ELSE p.at END)
     FROM (SELECT p.* FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[]) AS p (channel_id, user_id, at, behind, behind_root, wide_behind, wide_behind_root)
           JOIN channel_members l ON l.channel_id = p.channel_id AND l.user_id = p.user_id ORDER BY p.channel_id, p.user_id FOR UPDATE OF l) p,
       channels c
     WHERE m.channel_id = p.channel_id AND m.user_id = p.user_id AND c.id = p.channel_id`,
    [views.map((v) => v.channel_id), views.map((v) => v.user_id), views.map((v) => v.at), views.map((v) => v.behind ?? 0), views.map((v) => v.behind_root ?? 0), views.map((v) => v.wide_behind ?? 0), views.map((v) => v.wide_behind_root ?? 0)],
  );
}

/** What becomes unread again: everything from a post on. */
export interface UnreadFrom {
  readonly channel_id: string;
  readonly user_id: string;
  /** When the first unread post was created, in ms. */
  readonly post_create_at: number;
  /** Messages from that post on, as they count for the channel; all, and those that are roots. */
  readonly unread_count: number;
  readonly unread_count_root: number;
  /** Mentions of the member among them, those of the whole channel included. */
  readonly mention_count: number;
  readonly mention_count_root: number;
  readonly urgent_mention_count: number;
}

/** Makes a channel unread for a member from a post on. Undefined if there is no such member. */
export async function setUnreadFrom(tx: Sql, unread: UnreadFrom): Promise<ChannelUnreadAt | undefined> {
  const row = await tx.maybe<ChannelUnreadAt>(
    `UPDATE channel_members m SET msg_count = GREATEST(0, c.total_msg_count - $3), msg_count_root = GREATEST(0, c.total_msg_count_root - $4),
       mention_count = $5, mention_count_root = $6, urgent_mention_count = $7,
       wide_mention_seen = c.wide_mention_count, wide_mention_seen_root = c.wide_mention_count_root, wide_urgent_seen = c.wide_urgent_count,
       last_viewed_at = $8, last_update_at = $8
     FROM channels c WHERE c.id = m.channel_id AND m.channel_id = $1 AND m.user_id = $2
     RETURNING c.team_id, m.user_id, m.channel_id, m.msg_count, m.mention_count, m.mention_count_root, m.urgent_mention_count, m.msg_count_root, m.last_viewed_at`,
    [unread.channel_id, unread.user_id, unread.unread_count, unread.unread_count_root, unread.mention_count, unread.mention_count_root, unread.urgent_mention_count, unread.post_create_at - 1],
  );
  return row;
}
