import type { App, Feature, Sql } from '#kernel/server/index.ts';
import type { Role } from '../wire/index.ts';
import seeds from './roles.seed.json' with { type: 'json' };
import { moderated_permissions } from '../wire/index.ts';
import { insertRoles, listRoles, seedPermission, seedRoles, type RoleRow, type SchemeRole } from './roles.store.ts';

interface RoleTable {
  by_name: ReadonlyMap<string, Role>;
  permissions: ReadonlyMap<string, ReadonlySet<string>>;
}

const MODERATED = new Set<string>(Object.values(moderated_permissions).flat());
const CHANGED = 'roles.changed';
const tables = new WeakMap<App, RoleTable>();

/** Fills the table of roles and keeps it: every permission check reads it from memory. */
export async function startRoles(app: App): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (tx) => {
    await seedRoles(tx, seeds, now);
    for (const definition of permissionsOf(app.features)) await seedPermission(tx, definition, now);
  });
  await reloadRoles(app);
  app.bus.subscribe(CHANGED, () => void reloadRoles(app).catch((error: Error) => app.log.error({ error: error.message }, 'the roles could not be read again')));
}

/** Reads the roles again on this node at once and on every other one soon. */
export async function roleChanged(app: App): Promise<void> {
  await reloadRoles(app);
  app.bus.publish(CHANGED, {});
}

/** Every role, ordered by name. */
export function allRoles(app: App): Role[] {
  return [...tableOf(app).by_name.values()];
}

export function findRole(app: App, name: string): Role | undefined {
  return tableOf(app).by_name.get(name);
}

/** Whether one of the roles has the permission. Roles that are deleted or unknown grant nothing. */
export function grants(app: App, role_names: readonly string[], permission: string): boolean {
  const { permissions } = tableOf(app);
  return role_names.some((name) => permissions.get(name)?.has(permission));
}

/** Whether there is a role for each of the names. */
export function rolesExist(app: App, names: readonly string[]): Promise<boolean> {
  return Promise.resolve(names.every((name) => tableOf(app).by_name.has(name)));
}

/** Makes roles of a scheme: each begins with the permissions of another unless told otherwise. Call `roleChanged` after the commit. */
export function insertSchemeRoles(sql: Sql, app: App, roles: readonly SchemeRole[], now: number): Promise<void> {
  return insertRoles(sql, roles.map(({ from, permissions, ...role }) => ({ ...role, permissions: permissions ?? findRole(app, from)?.permissions ?? [] })), now);
}

async function reloadRoles(app: App): Promise<void> {
  const roles = narrowed(await listRoles(app.db));
  tables.set(app, {
    by_name: new Map(roles.map((role) => [role.name, role])),
    permissions: new Map(roles.filter((role) => !role.delete_at).map((role) => [role.name, new Set(role.permissions)])),
  });
}

// A role of one channel permits of what can be moderated no more than the role that it narrows, and all else as that one does.
function narrowed(rows: readonly RoleRow[]): Role[] {
  const by_name = new Map(rows.map((row) => [row.name, row]));
  return rows.map(({ base_role, ...role }) => {
    if (!base_role) return role;
    const base = by_name.get(base_role)?.permissions ?? [];
    const own = new Set(role.permissions);
    return { ...role, permissions: base.filter((permission) => own.has(permission) || !MODERATED.has(permission)) };
  });
}

function tableOf(app: App): RoleTable {
  const table = tables.get(app);
  if (!table) throw new Error('the roles are asked before their feature has started');
  return table;
}

function permissionsOf(features: readonly Feature[]) {
  return features.flatMap((feature) => feature.permissions ?? []);
}
