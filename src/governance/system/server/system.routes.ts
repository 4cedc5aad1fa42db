import { answerOk, readFormFile, route, type HttpReply, type Routes } from '#kernel/server/index.ts';
import { addLicense } from './actions/add-license.ts';
import { removeLicense } from './actions/remove-license.ts';
import { logClientMessage } from './actions/log-client-message.ts';
import { noteNoticesSeen } from './actions/mark-notices-seen.ts';
import { reportClientFigures } from './actions/report-client-figures.ts';
import { migrateConfig } from './actions/migrate-config.ts';
import { patchConfig } from './actions/patch-config.ts';
import { reloadConfig } from './actions/reload-config.ts';
import { sendTestNotification } from './actions/send-test-notification.ts';
import { updateConfig } from './actions/update-config.ts';
import { getAnalytics } from './queries/get-analytics.ts';
import { getClientConfig } from './queries/get-client-config.ts';
import { getClientLicence } from './queries/get-client-license.ts';
import { getConfig } from './queries/get-config.ts';
import { getEnvironment } from './queries/get-config-environment.ts';
import { getSchemaVersion } from './queries/get-schema-version.ts';
import { listAudits } from './queries/list-audits.ts';
import { listAuditsOfUser } from './queries/list-audits-of-user.ts';
import { ping } from './queries/ping-server.ts';
import { getRedirectLocation } from './queries/get-redirect-location.ts';
import { getServerLimits } from './queries/get-server-limits.ts';
import { listNotices } from './queries/list-notices.ts';
import { listTimezones } from './queries/list-timezones.ts';

const ok = answerOk;
const MAX_LICENSE = 1_048_576;

export const routes: Routes = {
  'GET /api/v4/system/ping': route({ action: ping, answer: answerPing }),
  'GET /api/v4/system/timezones': listTimezones,
  'GET /api/v4/system/schema/version': getSchemaVersion,
  'GET /api/v4/system/notices/:team_id': listNotices,
  'PUT /api/v4/system/notices/view': route({ action: noteNoticesSeen, body: 'notice_ids', answer: ok }),
  'GET /api/v4/config/client': getClientConfig,
  'GET /api/v4/license/client': getClientLicence,
  'POST /api/v4/license': route({ action: addLicense, is_streamed: true, read: async (request) => ({ file: await readFormFile(request, 'license', MAX_LICENSE) }) }),
  'DELETE /api/v4/license': route({ action: removeLicense, answer: ok }),
  'GET /api/v4/config': getConfig,
  'PUT /api/v4/config': route({ action: updateConfig, body: '=config' }),
  'PUT /api/v4/config/patch': route({ action: patchConfig, body: '=config' }),
  'POST /api/v4/config/reload': route({ action: reloadConfig, answer: ok }),
  'POST /api/v4/config/migrate': route({ action: migrateConfig, answer: ok }),
  'GET /api/v4/config/environment': getEnvironment,
  'GET /api/v4/audits': listAudits,
  'GET /api/v4/users/:user_id/audits': listAuditsOfUser,
  'GET /api/v4/analytics/old': getAnalytics,
  'GET /api/v4/limits/server': getServerLimits,
  'GET /api/v4/redirect_location': getRedirectLocation,
  'POST /api/v4/notifications/test': route({ action: sendTestNotification, answer: ok }),
  'POST /api/v4/logs': logClientMessage,
  'POST /api/v4/client_perf': route({ action: reportClientFigures, answer: ok, is_csrf_exempt: true }),
};

function answerPing(result: Record<string, string>, reply: HttpReply): Record<string, string> {
  if (result['status'] !== 'OK') reply.code(500);
  return result;
}
