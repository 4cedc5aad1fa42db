import { defineFeature } from '#kernel/server/index.ts';
import { frames } from './roles.events.ts';
import { routes } from './roles.routes.ts';
import { startRoles } from './roles.table.ts';

export { roleUpdated } from './roles.events.ts';
export { hasPermission, inSystem, selfOr } from './roles.permissions.ts';
export { endSchemeRoles, savePermissions, setBaseRole, type SchemeRole } from './roles.store.ts';
export { findRole, grants, insertSchemeRoles, roleChanged, rolesExist } from './roles.table.ts';

export const rolesFeature = defineFeature({
  name: 'roles',
  area: 'identity',
  summary: 'Roles and what they permit.',
  tables: ['roles', 'seeded_permissions'],
  routes,
  frames,
  start: startRoles,
});
