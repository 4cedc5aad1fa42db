import { defineFeature } from '#kernel/server/index.ts';
import { frames } from './roles.events.ts';
import { routes } from './roles.routes.ts';
import { startRoles } from './roles.table.ts';

export { roleUpdated } from './roles.events.ts';
export { hasPermission, inSystem, selfOr } from './roles.permissions.ts';
export { findRole, grants, rolesExist } from './roles.table.ts';

export const rolesFeature = defineFeature({
  name: 'roles',
  area: 'identity',
  summary: 'Roles and what they permit.',
  tables: ['roles', 'seeded_permissions'],
  routes,
  frames,
  start: startRoles,
});
