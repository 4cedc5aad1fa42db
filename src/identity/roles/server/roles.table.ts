import type { App, Feature } from '#kernel/server/index.ts';
import type { Role } from '../wire/index.ts';
import seeds from './roles.seed.json' with { type: 'json' };
import { listRoles, seedPermission, seedRoles } from './roles.store.ts';

interface RoleTable {
  by_name: ReadonlyMap<string, Role>;
  permissions: ReadonlyMap<string, ReadonlySet<string>>;
}

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

async function reloadRoles(app: App): Promise<void> {
  const roles = await listRoles(app.db);
  tables.set(app, {
    by_name: new Map(roles.map((role) => [role.name, role])),
    permissions: new Map(roles.filter((role) => !role.delete_at).map((role) => [role.name, new Set(role.permissions)])),
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
