import { extensionPoint, type App, type Ctx } from '#kernel/server/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Channel, ChannelStats } from '../wire/index.ts';

/** A message of the server itself about what happened in a channel, in the name of who did it. */
export interface SystemMessage {
  readonly channel_id: string;
  readonly user_id: string;
  /** The protocol's word, e.g. `system_join_channel`. */
  readonly type: string;
  readonly message: string;
  readonly props: Record<string, unknown>;
}

/** Posts a system message; awaited. */
export const postSystemMessage = extensionPoint<(ctx: Ctx, message: SystemMessage) => Promise<void>>('channels.post-system-message');

/** Marks the threads of channels as read when a client without collapsed threads views them; awaited. `at` is in ms. */
export const markThreadsRead = extensionPoint<(ctx: Ctx, user_id: string, channel_ids: readonly string[], at: number) => Promise<void>>('channels.mark-threads-read');

/** Figures of a channel that other features know: how many pinned posts, how many files. */
export const channelFigures = extensionPoint<(app: App, channel_id: string, wanted: { files: boolean }) => Promise<Partial<ChannelStats>>>('channels.figures');

export interface ThreadCounts {
  readonly thread_count: number;
  readonly thread_mention_count: number;
  readonly thread_urgent_mention_count: number;
}

/** Unread threads of a person by team. */
export const threadCountsOf = extensionPoint<(app: App, user_id: string, team_ids: readonly string[]) => Promise<ReadonlyMap<string, ThreadCounts>>>('channels.thread-counts');

/** Awaited before people become members of a public or private channel. Throw to refuse them. */
export const beforeChannelMembersAdded = extensionPoint<(ctx: Ctx, channel: Channel, users: readonly User[]) => Promise<void>>('channels.before-members-added');

/** Awaited after a channel was given to groups alone to decide who is in it. */
export const channelConstrained = extensionPoint<(ctx: Ctx, channel: Channel) => Promise<void>>('channels.constrained');

/** Awaited before channels are deleted for good: others remove what is in them. */
export const beforeChannelsDeleted = extensionPoint<(ctx: Ctx, channel_ids: readonly string[]) => Promise<void>>('channels.before-deleted');
