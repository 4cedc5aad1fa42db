import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { clearCustomStatus } from './actions/clear-custom-status.ts';
import { forgetCustomStatus } from './actions/forget-custom-status.ts';
import { setCustomStatus } from './actions/set-custom-status.ts';
import { setStatus } from './actions/set-status.ts';
import { updateActiveStatus } from './actions/update-active-status.ts';
import { getStatus } from './queries/get-status.ts';
import { getStatusesByIds } from './queries/get-statuses-by-ids.ts';
import { socketStatuses } from './queries/get-present-statuses.ts';
import { socketStatusesByIds } from './queries/get-status-words-by-ids.ts';

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
