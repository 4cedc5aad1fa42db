import { formOf, pictureForm } from '../form.ts';
import type { Sample } from '../samples.ts';
import type { Scene } from '../scene.ts';

const admin = 'admin' as const;

const plugin_id = () => 'com.example.one';
const formWith = (field: string, content: string) => formOf(field, 'a.bin', content, 'application/octet-stream');

async function withBrandImage({ cast }: Scene): Promise<Record<string, string>> {
  await cast.admin.must('POST', '/brand/image', undefined, { raw: pictureForm() });
  return {};
}

async function job_id(scene: Scene): Promise<string> {
  return (await scene.cast.admin.post<{ id: string }>('/jobs', { type: 'active_users' })).id;
}

export const SAMPLES_OF_SYSTEM: Record<string, Sample> = {
  'GET /api/v4/system/ping': {},
  'GET /api/muster/v1/openapi.json': {},
  'GET /api/v4/system/timezones': {},
  'GET /api/v4/system/schema/version': { by: admin },
  'GET /api/v4/system/notices/:team_id': { query: () => ({ clientVersion: '1', locale: 'en', client: 'web' }) },
  'PUT /api/v4/system/notices/view': { body: () => ['a-notice'] },
  'GET /api/v4/config/client': { query: () => ({ format: 'old' }) },
  'GET /api/v4/license/client': { query: () => ({ format: 'old' }) },
  'GET /api/v4/config': { by: admin },
  'PUT /api/v4/config': { by: admin, body: (s) => s.cast.admin.get('/config') },
  'PUT /api/v4/config/patch': { by: admin, body: () => ({ TeamSettings: { SiteName: 'Muster' } }) },
  'POST /api/v4/config/reload': { by: admin },
  'POST /api/v4/config/migrate': { by: admin, body: () => ({ from: 'config.json', to: 'database' }), status: 400 }, // there is nothing to migrate
  'GET /api/v4/config/environment': { by: admin },
  'GET /api/v4/audits': { by: admin },
  'GET /api/v4/logs': { by: admin },
  'POST /api/v4/logs': { body: () => ({ level: 'ERROR', message: 'from a client' }) },
  'POST /api/v4/client_perf': { body: () => ({}) },
  'GET /api/v4/limits/server': {},
  'GET /api/v4/redirect_location': { query: () => ({ url: 'https://example.invalid/' }) },
  'GET /api/v4/analytics/old': { by: admin, query: () => ({ name: 'standard' }) },
  'POST /api/v4/caches/invalidate': { by: admin },
  'GET /api/v4/users/:user_id/groups': {},
  'POST /api/v4/notifications/test': {},
  'GET /api/v4/server_busy': { by: admin },
  'POST /api/v4/server_busy': { by: admin, query: () => ({ seconds: '1' }) },
  'DELETE /api/v4/server_busy': { by: admin },
  'POST /api/v4/database/recycle': { by: admin },
  'POST /api/v4/integrity': { by: admin },
  'POST /api/v4/file/s3_test': { by: admin, body: () => ({}), status: 400 }, // no bucket is set
  'POST /api/v4/site_url/test': { by: admin, body: () => ({ site_url: 'http://127.0.0.1:9' }), status: 400 }, // nobody answers there
  'POST /api/v4/notifications/ack': { body: () => ({ id: 'a-notification', platform: 'ios', type: 'message' }) },
  'GET /api/v4/system/onboarding/complete': { by: admin },
  'POST /api/v4/system/onboarding/complete': { by: admin, body: () => ({ organization: 'Crew' }) },
  'GET /api/v4/latest_version': { by: admin },
  'GET /api/v4/usage/posts': {},
  'GET /api/v4/usage/storage': {},
  'GET /api/v4/usage/teams': {},
  'POST /api/v4/license': { by: admin, form: () => formWith('license', 'a licence') },
  'DELETE /api/v4/license': { by: admin },
  'POST /api/v4/logs/query': { by: admin, body: () => ({}) },
  'GET /api/v4/logs/download': { by: admin },
  'GET /api/v4/brand/image': { query: withBrandImage },
  'POST /api/v4/brand/image': { by: admin, form: pictureForm },
  'DELETE /api/v4/brand/image': { by: admin, query: withBrandImage },
  'GET /api/v4/system/support_packet': { by: admin },
  'GET /api/v4/plugins': { by: admin },
  'GET /api/v4/plugins/webapp': {},
  'GET /api/v4/plugins/statuses': { by: admin },
  'GET /api/v4/plugins/marketplace': { by: admin },
  'GET /api/v4/plugins/marketplace/first_admin_visit': { by: admin },
  'POST /api/v4/plugins/marketplace/first_admin_visit': { by: admin, body: () => ({ name: 'FirstAdminVisitMarketplace', value: 'true' }) },
  // No plugin can be brought, and there is none to name.
  'POST /api/v4/plugins': { by: admin, form: () => formWith('plugin', 'a plugin'), status: 501 },
  'POST /api/v4/plugins/install_from_url': { by: admin, query: () => ({ plugin_download_url: 'https://example.com/a' }), status: 501 },
  'POST /api/v4/plugins/marketplace': { by: admin, body: () => ({ id: 'com.example.one', version: '1' }), status: 501 },
  'POST /api/v4/plugins/reattach': { by: admin, body: () => ({}), status: 501 },
  'DELETE /api/v4/plugins/:plugin_id': { by: admin, params: { plugin_id }, status: 404 },
  'POST /api/v4/plugins/:plugin_id/enable': { by: admin, params: { plugin_id }, status: 404 },
  'POST /api/v4/plugins/:plugin_id/disable': { by: admin, params: { plugin_id }, status: 404 },
  'POST /api/v4/plugins/:plugin_id/detach': { by: admin, params: { plugin_id }, status: 404 },
  'GET /api/v4/imports': { by: admin },
  'DELETE /api/v4/imports/:import_name': { by: admin, params: { import_name: () => 'none.zip' } },
  'GET /api/v4/exports': { by: admin },
  // There is none of that name.
  'GET /api/v4/exports/:export_name': { by: admin, params: { export_name: () => 'none.zip' }, status: 404 },
  'DELETE /api/v4/exports/:export_name': { by: admin, params: { export_name: () => 'none.zip' } },
  'GET /api/muster/v1/exports/:export_name': { params: { export_name: () => 'none.zip' }, status: 403 },
  'POST /api/v4/exports/:export_name/presign-url': { by: admin, params: { export_name: () => 'none.zip' }, status: 404 },
  'GET /api/v4/jobs': { by: admin },
  'POST /api/v4/jobs': { by: admin, body: () => ({ type: 'active_users' }) },
  'GET /api/v4/jobs/type/:job_type': { by: admin, params: { job_type: () => 'active_users' } },
  'GET /api/v4/jobs/:job_id': { by: admin, params: { job_id } },
  'POST /api/v4/jobs/:job_id/cancel': { by: admin, params: { job_id: (s) => s.cast.owner.id }, status: 404 }, // a job that there is may have ended
  'PATCH /api/v4/jobs/:job_id/status': { by: admin, params: { job_id }, body: () => ({ status: 'canceled', force: true }) },
  'GET /api/v4/jobs/:job_id/download': { by: admin, params: { job_id }, status: 400 }, // it makes nothing
  'POST /api/v4/email/test': { by: admin, status: 400 }, // no mail server is set
  'GET /api/v4/reports/users': { by: admin },
  'GET /api/v4/reports/users/count': { by: admin },
  'POST /api/v4/reports/posts': { by: admin, body: (s) => ({ channel_id: s.channel.id }) },
  'POST /api/v4/reports/users/export': { by: admin, body: () => ({}) },
  'GET /api/muster/v1/mails': { by: admin },
  'POST /api/muster/v1/mails/:mail_id/retry': { by: admin, params: { mail_id: (s) => s.cast.owner.id }, status: 400 }, // no mail server is set
};
