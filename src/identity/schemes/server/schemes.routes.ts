import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createScheme } from './actions/create-scheme.ts';
import { deleteScheme } from './actions/delete-scheme.ts';
import { patchScheme } from './actions/patch-scheme.ts';
import { getScheme } from './queries/get-scheme.ts';
import { listAllSchemes } from './queries/list-schemes.ts';

export const routes: Routes = {
  'GET /api/v4/schemes': listAllSchemes,
  'POST /api/v4/schemes': route({ action: createScheme, status: 201 }),
  'GET /api/v4/schemes/:scheme_id': getScheme,
  'PUT /api/v4/schemes/:scheme_id/patch': patchScheme,
  'DELETE /api/v4/schemes/:scheme_id': route({ action: deleteScheme, answer: answerOk }),
};
