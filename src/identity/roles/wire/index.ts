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

/** What can be taken from the members or guests of one channel, and which permissions each stands for. */
export const moderated_permissions = {
  create_post: ['create_post'],
  create_reactions: ['add_reaction', 'remove_reaction'],
  manage_members: ['manage_public_channel_members', 'manage_private_channel_members'],
  use_channel_mentions: ['use_channel_mentions'],
  manage_bookmarks: [
    'add_bookmark_public_channel', 'edit_bookmark_public_channel', 'delete_bookmark_public_channel', 'order_bookmark_public_channel',
    'add_bookmark_private_channel', 'edit_bookmark_private_channel', 'delete_bookmark_private_channel', 'order_bookmark_private_channel',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ModeratedName = keyof typeof moderated_permissions;
