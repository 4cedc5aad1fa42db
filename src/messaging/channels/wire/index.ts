import type { ModeratedName } from '#identity/roles/wire/index.ts';
import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';

/** Open, private, direct (two people), group (three to eight). */
export type ChannelType = 'O' | 'P' | 'D' | 'G';

export type ChannelBannerInfo = { enabled?: boolean; text?: string; background_color?: string };

export type Channel = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  /** Above 0 = archived. */
  delete_at: Timestamp;
  /** Empty for direct and group channels. */
  team_id: Id;
  type: ChannelType;
  display_name: string;
  /** Direct channels: the two user ids in order, joined by `__`. */
  name: string;
  header: string;
  purpose: string;
  last_post_at: Timestamp;
  total_msg_count: number;
  extra_update_at: Timestamp;
  creator_id: Id;
  scheme_id: string | null;
  props: Record<string, unknown> | null;
  group_constrained: boolean | null;
  autotranslation: boolean;
  shared: boolean | null;
  total_msg_count_root: number;
  policy_id: string | null;
  last_root_post_at: Timestamp;
  banner_info: ChannelBannerInfo | null;
  policy_enforced: boolean;
  policy_is_active: boolean;
  default_category_name: string;
};

export type ChannelWithTeamData = Channel & { team_display_name: string; team_name: string; team_update_at: Timestamp };

export type ChannelPatch = Partial<Pick<Channel, 'display_name' | 'name' | 'header' | 'purpose' | 'group_constrained' | 'banner_info'>>;

export type ChannelNotifyProps = {
  desktop: 'default' | 'all' | 'mention' | 'none';
  email: 'default' | 'all' | 'mention' | 'none' | 'true' | 'false';
  push: 'default' | 'all' | 'mention' | 'none';
  /** `mention` = muted. */
  mark_unread: 'all' | 'mention';
  ignore_channel_mentions: 'default' | 'on' | 'off';
  channel_auto_follow_threads: 'on' | 'off';
  [key: string]: string | undefined;
};

/** `msg_count` counts what was read: unread = channel.total_msg_count − member.msg_count. */
export type ChannelMember = {
  channel_id: Id;
  user_id: Id;
  roles: string;
  /** −1 in listings of other people's memberships, as last_update_at. */
  last_viewed_at: Timestamp;
  msg_count: number;
  mention_count: number;
  mention_count_root: number;
  urgent_mention_count: number;
  msg_count_root: number;
  notify_props: ChannelNotifyProps;
  last_update_at: Timestamp;
  scheme_guest: boolean;
  scheme_user: boolean;
  scheme_admin: boolean;
  explicit_roles: string;
  autotranslation_disabled: boolean;
};

/** Here the counts ARE the unread ones. */
export type ChannelUnread = {
  team_id: Id;
  channel_id: Id;
  msg_count: number;
  mention_count: number;
  mention_count_root: number;
  urgent_mention_count: number;
  msg_count_root: number;
};

/** Answer of "mark unread from this post"; the counts are what was read before it. */
export type ChannelUnreadAt = ChannelUnread & { user_id: Id; last_viewed_at: Timestamp };

export type ChannelStats = {
  channel_id: Id;
  member_count: number;
  guest_count: number;
  pinnedpost_count: number;
  files_count: number;
};

export type ChannelViewRequest = { channel_id: Id; prev_channel_id?: Id; collapsed_threads_supported?: boolean };
export type ChannelViewResponse = { status: 'OK'; last_viewed_at_times: Record<Id, Timestamp> | null };

export const channel_limits = { display_name_max: 64, name_max: 64, header_max: 1024, purpose_max: 250, group_min: 3, group_max: 8 } as const;

export const channel_name_pattern = /^[a-z0-9]+([a-z\-_0-9]+|(__)?)[a-z0-9]*$/;
/** Everybody of a team is in it; it can be neither left nor archived. */
export const default_channel_name = 'town-square';

export const default_channel_notify_props: ChannelNotifyProps = {
  channel_auto_follow_threads: 'off',
  desktop: 'default',
  email: 'default',
  ignore_channel_mentions: 'default',
  mark_unread: 'all',
  push: 'default',
};

export type ChannelEvents = {
  channel_created: { channel_id: Id; team_id: Id };
  channel_updated: { channel?: JsonText<Channel>; channel_id?: Id };
  channel_converted: { channel_id: Id };
  channel_deleted: { channel_id: Id; delete_at: Timestamp };
  channel_restored: { channel_id: Id };
  channel_scheme_updated: Record<string, never>;
  channel_member_updated: { channelMember: JsonText<ChannelMember> };
  direct_added: { creator_id: Id; teammate_id: Id };
  group_added: { teammate_ids: JsonText<Id[]> };
  user_added: { user_id: Id; team_id: Id };
  /** The channel's copy carries user_id, the removed person's copy channel_id. */
  user_removed: { user_id?: Id; remover_id: Id; channel_id?: Id };
  multiple_channels_viewed: { channel_times: Record<Id, Timestamp>; timestamp?: Timestamp };
};

export { moderated_permissions, type ModeratedName } from '#identity/roles/wire/index.ts';

/** `enabled`: the role allows it; `value`: so does the channel. */
export type ModeratedRole = { value: boolean; enabled: boolean };
export type ChannelModeration = { name: ModeratedName; roles: { members: ModeratedRole; guests: ModeratedRole | null } };
export type ChannelModerationPatch = { name: ModeratedName; roles: { members?: boolean | null; guests?: boolean | null } };
