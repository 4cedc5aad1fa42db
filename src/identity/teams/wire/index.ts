import type { AppErrorBody, Id, JsonText, Timestamp } from '#kernel/wire/index.ts';

/** O = anyone with the link may join, I = by invitation. */
export type TeamType = 'O' | 'I';

export type Team = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  display_name: string;
  name: string;
  description: string;
  /** Empty unless the reader manages the team. */
  email: string;
  type: TeamType;
  company_name: string;
  allowed_domains: string;
  /** Empty unless the reader may invite. */
  invite_id: string;
  allow_open_invite: boolean;
  last_team_icon_update?: Timestamp;
  scheme_id: string | null;
  group_constrained: boolean | null;
  policy_id: string | null;
  cloud_limits_archived: boolean;
};

export type TeamPatch = Partial<Pick<Team, 'display_name' | 'description' | 'company_name' | 'allowed_domains' | 'allow_open_invite' | 'group_constrained'>>;

export type TeamMember = {
  team_id: Id;
  user_id: Id;
  /** Effective role names separated by spaces. */
  roles: string;
  delete_at: Timestamp;
  scheme_guest: boolean;
  scheme_user: boolean;
  scheme_admin: boolean;
  explicit_roles: string;
};

/** Here the counts ARE the unread ones. */
export type TeamUnread = {
  team_id: Id;
  msg_count: number;
  mention_count: number;
  mention_count_root: number;
  msg_count_root: number;
  thread_count: number;
  thread_mention_count: number;
  thread_urgent_mention_count: number;
};

/** What became of one address of a call that invites many. */
export type EmailInviteWithError = { email: string; error: AppErrorBody | null };

export type TeamStats = { team_id: Id; total_member_count: number; active_member_count: number };

/** What somebody without a session may know of a team by its invitation. */
export type TeamInviteInfo = { id: Id; name: string; display_name: string; description: string };

export const team_limits = { name_min: 2, name_max: 64, display_name_max: 64, description_max: 255, company_name_max: 64, allowed_domains_max: 500 } as const;

/** Lower-case letters, digits and hyphens, beginning and ending with a letter or digit. */
export const team_name_pattern = /^[a-z0-9]+([a-z\-0-9]+|(__)?)[a-z0-9]+$/;

/** First path parts that are not teams. */
export const reserved_team_names = [
  'admin', 'api', 'channel', 'claim', 'error', 'files', 'help', 'landing', 'login', 'mfa', 'oauth', 'plug', 'plugins', 'post', 'signup', 'boards', 'playbooks',
] as const;

export type TeamEvents = {
  added_to_team: { team_id: Id; user_id: Id };
  leave_team: { team_id: Id; user_id: Id };
  update_team: { team: JsonText<Team> };
  delete_team: { team: JsonText<Team> };
  restore_team: { team: JsonText<Team> };
  memberrole_updated: { member: JsonText<TeamMember> };
};
