/** The roles of a team's or channel's members, guests and administrators. */
export interface RoleNames {
  readonly guest: string;
  readonly user: string;
  readonly admin: string;
}

/** `[guest, user, admin]` as statements read them; null where the built-in roles hold. */
export type SchemeRolesColumn = readonly [string, string, string] | null;

type Flags = { scheme_guest: boolean; scheme_user: boolean; scheme_admin: boolean; explicit_roles: string };

/** What the built-in roles are called, or those of a scheme. */
export function roleNames(scope: 'team' | 'channel', scheme_roles: SchemeRolesColumn): RoleNames {
  const [guest, user, admin] = scheme_roles ?? [`${scope}_guest`, `${scope}_user`, `${scope}_admin`];
  return { guest: guest || `${scope}_guest`, user: user || `${scope}_user`, admin: admin || `${scope}_admin` };
}

/** Effective roles: those given by name, then those of the flags. */
export function effectiveRoles(member: Flags, names: RoleNames): string[] {
  const given = member.explicit_roles.split(' ').filter(Boolean);
  const implied = [member.scheme_guest && names.guest, member.scheme_user && names.user, member.scheme_admin && names.admin];
  return [...new Set([...given, ...implied.filter((role) => role !== false)])];
}

/** A list of role names taken apart into the flags and the rest; the built-in names count too. */
export function splitRoles(scope: 'team' | 'channel', given: readonly string[], names: RoleNames): Flags {
  const builtin = roleNames(scope, null);
  const flags = new Set([...Object.values(names), ...Object.values(builtin)]);
  const has = (who: keyof RoleNames) => given.includes(names[who]) || given.includes(builtin[who]);
  return { explicit_roles: given.filter((name) => !flags.has(name)).join(' '), scheme_guest: has('guest'), scheme_user: has('user'), scheme_admin: has('admin') };
}
