import { authenticator, defineFeature } from '#kernel/server/index.ts';
import { endSessions } from '#identity/users/server/feature.ts';
import { startSweeping } from './sessions.activity.ts';
import { authenticate } from './sessions.authenticate.ts';
import { routes } from './sessions.routes.ts';
import { settings } from './sessions.settings.ts';
import { revokeSessions } from './sessions.ts';

export { logOut } from './actions/log-out.ts';
export { createAccessToken, openOAuthSession, openSession, revokeSession, revokeSessions } from './sessions.ts';

export const sessionsFeature = defineFeature({
  name: 'sessions',
  area: 'identity',
  summary: 'Log-in, log-out, sessions and personal tokens.',
  tables: ['sessions', 'user_access_tokens', 'desktop_tokens'],
  routes,
  settings,
  contributes: [authenticator.add(authenticate), endSessions.add(revokeSessions)],
  start: startSweeping,
});
