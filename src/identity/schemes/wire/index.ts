import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type SchemeScope = 'team' | 'channel' | 'playbook' | 'run';

/** Roles that take the place of the built-in ones in a team or channel, by their names; '' where a scheme has none. */
export type SchemeRoleNames = {
  default_team_admin_role: string;
  default_team_user_role: string;
  default_team_guest_role: string;
  default_channel_admin_role: string;
  default_channel_user_role: string;
  default_channel_guest_role: string;
  default_playbook_admin_role: string;
  default_playbook_member_role: string;
  default_run_admin_role: string;
  default_run_member_role: string;
};

export type Scheme = SchemeRoleNames & {
  id: Id;
  name: string;
  display_name: string;
  description: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  scope: SchemeScope;
};

export const scheme_limits = { display_name_max: 128, name_max: 64, description_max: 1024 } as const;
export const scheme_name_pattern = /^[a-z0-9_]{2,64}$/;
