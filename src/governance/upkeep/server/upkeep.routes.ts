import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { acknowledgeNotification } from './actions/acknowledge-notification.ts';
import { checkIntegrity } from './actions/check-integrity.ts';
import { clearServerBusy } from './actions/clear-server-busy.ts';
import { completeOnboarding } from './actions/complete-onboarding.ts';
import { invalidateCaches } from './actions/invalidate-caches.ts';
import { restartConnections } from './actions/restart-database-connections.ts';
import { setServerBusy } from './actions/set-server-busy.ts';
import { testFileStore } from './actions/test-file-store.ts';
import { testSiteUrl } from './actions/test-site-url.ts';
import { getLatestVersion } from './queries/get-latest-version.ts';
import { getOnboarding } from './queries/get-onboarding.ts';
import { getPostsUsage } from './queries/get-posts-usage.ts';
import { getServerBusy } from './queries/get-server-busy.ts';
import { getStorageUsage } from './queries/get-storage-usage.ts';
import { getTeamsUsage } from './queries/get-teams-usage.ts';

const answer = answerOk;

export const routes: Routes = {
  'GET /api/v4/server_busy': getServerBusy,
  'POST /api/v4/server_busy': route({ action: setServerBusy, answer }),
  'DELETE /api/v4/server_busy': route({ action: clearServerBusy, answer }),
  'POST /api/v4/caches/invalidate': route({ action: invalidateCaches, answer }),
  'POST /api/v4/database/recycle': route({ action: restartConnections, answer }),
  'POST /api/v4/integrity': checkIntegrity,
  'POST /api/v4/file/s3_test': route({ action: testFileStore, answer }),
  'POST /api/v4/site_url/test': route({ action: testSiteUrl, answer }),
  'POST /api/v4/notifications/ack': acknowledgeNotification,
  'GET /api/v4/system/onboarding/complete': getOnboarding,
  'POST /api/v4/system/onboarding/complete': route({ action: completeOnboarding, answer }),
  'GET /api/v4/latest_version': getLatestVersion,
  'GET /api/v4/usage/posts': getPostsUsage,
  'GET /api/v4/usage/storage': getStorageUsage,
  'GET /api/v4/usage/teams': getTeamsUsage,
};
