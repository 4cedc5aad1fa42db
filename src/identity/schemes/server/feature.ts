import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './schemes.routes.ts';

export { builtinOf, endScheme, makeScheme, requireScheme, type NewScheme } from './make-scheme.ts';
export { effectiveRoles, roleNames, splitRoles, type RoleNames, type SchemeRolesColumn } from './scheme-roles.ts';
export { beforeSchemeDeleted } from './schemes.extensions.ts';
export { readScheme } from './schemes.store.ts';

export const schemesFeature = defineFeature({
  name: 'schemes',
  area: 'identity',
  summary: 'Roles that take the place of the built-in ones in some teams or channels.',
  tables: ['schemes'],
  routes,
});
