import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';

/** `custom` groups are made by people; others come from a directory and are changed there. */
export type GroupSource = 'custom' | 'ldap' | `plugin_${string}`;

export type Group = {
  id: Id;
  /** What stands after the @ of a mention; null where the group cannot be mentioned. */
  name: string | null;
  display_name: string;
  description: string;
  source: GroupSource;
  remote_id: string | null;
  create_at: Timestamp;
  update_at: Timestamp;
  /** Above 0 = archived. */
  delete_at: Timestamp;
  /** Whether it fills teams or channels. */
  has_syncables: boolean;
  member_count?: number;
  allow_reference: boolean;
  channel_member_count?: number;
  channel_member_timezones_count?: number;
  member_ids: Id[] | null;
};

export type GroupPatch = { name?: string | null; display_name?: string | null; description?: string | null; allow_reference?: boolean | null };

export type GroupMember = { group_id: Id; user_id: Id; create_at: Timestamp; delete_at: Timestamp };

export type GroupMemberList = { members: User[]; total_member_count: number };

/** A group that fills a team or channel. `auto_add`: its members come in by themselves; `scheme_admin`: as administrators there. */
export type GroupSyncable = {
  group_id: Id;
  auto_add: boolean;
  scheme_admin: boolean;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  type: 'Team' | 'Channel';
  team_id?: Id;
  team_display_name?: string;
  team_type?: string;
  channel_id?: Id;
  channel_display_name?: string;
  channel_type?: string;
};

/** A group as a team or channel that it fills shows it. */
export type GroupWithSchemeAdmin = Group & { scheme_admin: boolean };

export const group_limits = { name_max: 64, display_name_max: 128, description_max: 1024, remote_id_max: 48 } as const;

export const group_name_pattern = /^[a-z0-9.\-_]+$/;
export const reserved_group_names = ['all', 'channel', 'here'] as const;

export type GroupEvents = {
  received_group: { group: JsonText<Group> };
  group_member_add: { group_member: JsonText<GroupMember> };
  group_member_deleted: { group_member: JsonText<GroupMember> };
  received_group_associated_to_team: { group_id: Id };
  received_group_not_associated_to_team: { group_id: Id };
  received_group_associated_to_channel: { group_id: Id };
  received_group_not_associated_to_channel: { group_id: Id };
};
