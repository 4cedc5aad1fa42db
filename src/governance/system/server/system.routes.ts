import { answerOk, route, type HttpReply, type Routes } from '#kernel/server/index.ts';
import { logClientMessage, noteNoticesSeen, reportClientFigures } from './actions/client-reports.ts';
import { patchConfig, reloadConfig, updateConfig } from './actions/update-config.ts';
import { getAnalytics } from './queries/analytics.ts';
import { getClientConfig, getClientLicence } from './queries/get-client-config.ts';
import { getConfig, getEnvironment, getSchemaVersion } from './queries/get-config.ts';
import { listAudits, listAuditsOfUser } from './queries/list-audits.ts';
import { ping } from './queries/ping.ts';
import { getRedirectLocation, getServerLimits, listNotices, listTimezones } from './queries/small-answers.ts';

const ok = answerOk;

export const routes: Routes = {
  'GET /api/v4/system/ping': route({ action: ping, answer: answerPing }),
  'GET /api/v4/system/timezones': listTimezones,
  'GET /api/v4/system/schema/version': getSchemaVersion,
  'GET /api/v4/system/notices/:team_id': listNotices,
  'PUT /api/v4/system/notices/view': route({ action: noteNoticesSeen, body: 'notice_ids', answer: ok }),
  'GET /api/v4/config/client': getClientConfig,
  'GET /api/v4/license/client': getClientLicence,
  'GET /api/v4/config': getConfig,
  'PUT /api/v4/config': route({ action: updateConfig, body: '=config' }),
  'PUT /api/v4/config/patch': route({ action: patchConfig, body: '=config' }),
  'POST /api/v4/config/reload': route({ action: reloadConfig, answer: ok }),
  'GET /api/v4/config/environment': getEnvironment,
  'GET /api/v4/audits': listAudits,
  'GET /api/v4/users/:user_id/audits': listAuditsOfUser,
  'GET /api/v4/analytics/old': getAnalytics,
  'GET /api/v4/limits/server': getServerLimits,
  'GET /api/v4/redirect_location': getRedirectLocation,
  'POST /api/v4/logs': logClientMessage,
  'POST /api/v4/client_perf': route({ action: reportClientFigures, answer: ok, is_csrf_exempt: true }),
};

function answerPing(result: Record<string, string>, reply: HttpReply): Record<string, string> {
  if (result['status'] !== 'OK') reply.code(500);
  return result;
}
