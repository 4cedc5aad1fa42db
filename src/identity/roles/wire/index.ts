import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';

export type Role = {
  id: Id;
  name: string;
  display_name: string;
  description: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  permissions: string[] | null;
  scheme_managed: boolean;
  built_in: boolean;
  scheme_id?: string | null;
};

export type RolePatch = { permissions?: string[] };

export type RoleEvents = {
  role_updated: { role: JsonText<Role> };
};
