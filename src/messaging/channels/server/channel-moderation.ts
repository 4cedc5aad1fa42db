import { findRole, hasPermission, roleChanged, roleUpdated, savePermissions } from '#identity/roles/server/feature.ts';
import { makeScheme } from '#identity/schemes/server/feature.ts';
import { newId, type Ctx } from '#kernel/server/index.ts';
import { moderated_permissions, type Channel, type ChannelModeration, type ModeratedName } from '../wire/index.ts';
import { dropScheme, higherRoleNames, permissionsOf, roleNamesOf, saveScheme } from './channel-scheme.ts';
import { hasChannelPermission } from './channels.permissions.ts';

export type Who = 'members' | 'guests';
export interface ModerationChange {
  readonly who: Who;
  readonly name: ModeratedName;
  readonly is_allowed: boolean;
}

const NAMES = Object.keys(moderated_permissions) as ModeratedName[];

// Guests never add people or keep bookmarks.
const MEMBERS_ONLY: readonly ModeratedName[] = ['manage_members', 'manage_bookmarks'];

/** What members and guests may do in a channel, in the protocol's form. `enabled`: their role elsewhere would let them. */
export async function getModerations(ctx: Ctx, channel: Channel): Promise<ChannelModeration[]> {
  const [own, higher] = [await roleNamesOf(ctx, channel), await higherRoleNames(ctx, channel)];
  const state = (name: ModeratedName, own_role: string, higher_role: string) => {
    const enabled = has(permissionsOf(ctx, higher_role), name, channel);
    return { value: enabled && has(permissionsOf(ctx, own_role), name, channel), enabled };
  };
  return NAMES.map((name) => ({ name, roles: { members: state(name, own.user, higher.user), guests: MEMBERS_ONLY.includes(name) ? null : state(name, own.guest, higher.guest) } }));
}

/** Allows or takes away things in a channel, by roles of its own that are made and ended as they are needed. */
export async function moderate(ctx: Ctx, channel: Channel, changes: readonly ModerationChange[]): Promise<void> {
  const [own, higher] = [await roleNamesOf(ctx, channel), await higherRoleNames(ctx, channel)];
  const wanted = { user: changed(permissionsOf(ctx, own.user), permissionsOf(ctx, higher.user), changes, 'members'), guest: changed(permissionsOf(ctx, own.guest), permissionsOf(ctx, higher.guest), changes, 'guests') };
  const is_plain = isSame(wanted.user, permissionsOf(ctx, higher.user)) && isSame(wanted.guest, permissionsOf(ctx, higher.guest));
  if (is_plain) return channel.scheme_id ? dropScheme(ctx, channel) : undefined;
  if (channel.scheme_id && own.user !== higher.user) return change(ctx, { [own.user]: wanted.user, [own.guest]: wanted.guest });
  const name = newId();
  const scheme = await makeScheme(ctx, {
    name, display_name: name, description: '', scope: 'channel',
    permissions: { default_channel_user_role: wanted.user, default_channel_guest_role: wanted.guest },
    bases: { default_channel_user_role: higher.user, default_channel_guest_role: higher.guest, default_channel_admin_role: higher.admin },
  });
  await saveScheme(ctx, channel, scheme.id);
}

/** Whether the actor may say who may do what: administrators of the system, the team and the channel. */
export async function mayModerate(ctx: Ctx, channel_id: string, permission: string): Promise<boolean> {
  return (await hasPermission(ctx, permission)) || hasChannelPermission(ctx, channel_id, 'manage_channel_roles');
}

async function change(ctx: Ctx, permissions: Record<string, readonly string[]>): Promise<void> {
  for (const [name, wanted] of Object.entries(permissions)) {
    const role = findRole(ctx.app, name);
    if (role && !isSame(wanted, role.permissions ?? [])) await savePermissions(ctx.db, role.id, wanted, ctx.now);
  }
  await roleChanged(ctx.app);
  for (const name of Object.keys(permissions)) {
    const role = findRole(ctx.app, name);
    if (role) ctx.emit(roleUpdated, { role });
  }
}

// What a channel allows never exceeds what the role elsewhere permits.
function changed(own: readonly string[], higher: readonly string[], changes: readonly ModerationChange[], who: Who): string[] {
  const result = new Set(own);
  for (const { who: of, name, is_allowed } of changes) {
    if (of !== who) continue;
    for (const permission of moderated_permissions[name]) {
      if (is_allowed && higher.includes(permission)) result.add(permission);
      else result.delete(permission);
    }
  }
  return [...result];
}

// Some things have one permission for public and one for private channels.
function has(permissions: readonly string[], name: ModeratedName, { type }: Pick<Channel, 'type'>): boolean {
  const other = type === 'P' ? '_public_channel' : '_private_channel';
  return moderated_permissions[name].some((permission) => !permission.includes(other) && permissions.includes(permission));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(b);
  return new Set(a).size === set.size && a.every((permission) => set.has(permission));
}
