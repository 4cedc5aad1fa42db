import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { clearCustomStatus, forgetCustomStatus, setCustomStatus } from './actions/custom-status.ts';
import { setStatus, updateActiveStatus } from './actions/set-status.ts';
import { getStatus, getStatusesByIds, socketStatuses, socketStatusesByIds } from './queries/get-statuses.ts';

const ok = answerOk;

export const routes: Routes = {
  'GET /api/v4/users/:user_id/status': getStatus,
  'PUT /api/v4/users/:user_id/status': route({ action: setStatus, body: '=status' }),
  'POST /api/v4/users/status/ids': route({ action: getStatusesByIds, body: 'user_ids', is_csrf_exempt: true }),
  'PUT /api/v4/users/:user_id/status/custom': route({ action: setCustomStatus, answer: ok }),
  'DELETE /api/v4/users/:user_id/status/custom': route({ action: clearCustomStatus, answer: ok }),
  'DELETE /api/v4/users/:user_id/status/custom/recent': route({ action: forgetCustomStatus, answer: ok }),
  'POST /api/v4/users/:user_id/status/custom/recent/delete': route({ action: forgetCustomStatus, answer: ok }),
};

export const socket = { get_statuses: socketStatuses, get_statuses_by_ids: socketStatusesByIds, user_update_active_status: updateActiveStatus };
