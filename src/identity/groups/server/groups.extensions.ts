import { extensionPoint, type App, type Ctx, type Frame } from '#kernel/server/index.ts';
import type { GroupSyncable } from '../wire/index.ts';

/** What groups can fill: teams here, channels by the feature that knows them. */
export interface GroupTarget {
  /** The path's word. */
  readonly kind: 'teams' | 'channels';
  /** The word in the names of frames. */
  readonly noun: 'team' | 'channel';
  audience(id: string): Pick<Frame, 'topics' | 'broadcast'>;
  /** Throws the protocol's 404 where there is none. */
  demand(ctx: Ctx, id: string): Promise<void>;
  /** Whether the actor may let groups fill it. */
  mayLink(ctx: Ctx, id: string): Promise<boolean>;
  /** What the protocol says of it beside the link, and whether groups alone decide who is in it. */
  describe(app: App, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly shown: Partial<GroupSyncable>; readonly is_constrained: boolean }>>;
  /** Brings people in, as administrators those who are named so; who is in stays as he is otherwise. */
  fill(ctx: Ctx, id: string, user_ids: readonly string[], admin_ids: readonly string[]): Promise<void>;
  /** Removes everybody else, where only groups decide who is in. */
  keepOnly(ctx: Ctx, id: string, user_ids: readonly string[]): Promise<void>;
}

/** How many members of a channel each group has, and in how many time zones where that is asked for. */
export const countsInChannel = extensionPoint<(ctx: Ctx, channel_id: string, group_ids: readonly string[] | null, with_timezones: boolean) => Promise<{ group_id: string; channel_member_count: number; channel_member_timezones_count: number }[]>>('groups.counts-in-channel');

export const groupTargets = extensionPoint<GroupTarget>('groups.targets');
