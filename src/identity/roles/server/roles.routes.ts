import { route, type Routes } from '#kernel/server/index.ts';
import { patchRole } from './actions/patch-role.ts';
import { addAncillaryPermissions } from './queries/add-ancillary-permissions.ts';
import { getRole } from './queries/get-role.ts';
import { getRoleByName } from './queries/get-role-by-name.ts';
import { getRolesByNames } from './queries/get-roles-by-names.ts';
import { listAllRoles } from './queries/list-roles.ts';

export const routes: Routes = {
  'GET /api/v4/roles': listAllRoles,
  'GET /api/v4/roles/:role_id': getRole,
  'GET /api/v4/roles/name/:role_name': getRoleByName,
  'POST /api/v4/roles/names': route({ action: getRolesByNames, body: 'rolenames', is_csrf_exempt: true }),
  'PUT /api/v4/roles/:role_id/patch': patchRole,
  'POST /api/v4/permissions/ancillary': route({ action: addAncillaryPermissions, body: 'permissions' }),
};
