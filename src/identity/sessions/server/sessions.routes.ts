import { answerOk, route, STATUS_OK, type Ctx, type HttpReply, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { token_header } from '../wire/index.ts';
import { createToken } from './actions/create-access-token.ts';
import { disableToken } from './actions/disable-access-token.ts';
import { enableToken } from './actions/enable-access-token.ts';
import { revokeToken } from './actions/revoke-access-token.ts';
import { attachDeviceToSession } from './actions/attach-device.ts';
import { createDesktopToken } from './actions/create-desktop-token.ts';
import { logInWithDesktopToken } from './actions/log-in-with-desktop-token.ts';
import { switchLogin } from './actions/switch-login.ts';
import { logIn } from './actions/log-in.ts';
import { logOut } from './actions/log-out.ts';
import { revokeAllSessions } from './actions/revoke-all-sessions.ts';
import { revokeOneSession } from './actions/revoke-session.ts';
import { revokeSessionsOf } from './actions/revoke-sessions-of-user.ts';
import { findTokens } from './queries/search-access-tokens.ts';
import { getToken } from './queries/get-access-token.ts';
import { listAllTokens } from './queries/list-access-tokens.ts';
import { listTokensOfUser } from './queries/list-access-tokens-of-user.ts';
import { getLoginType } from './queries/get-login-type.ts';
import { listSessions } from './queries/list-sessions.ts';
import { endedCookies, cookieScope, sessionCookies } from './sessions.cookies.ts';
import type { NewSession } from './sessions.ts';

const ok = answerOk;

export const routes: Routes = {
  'POST /api/v4/users/login': route({ action: logIn, is_csrf_exempt: true, answer: answerLogIn }),
  'POST /api/v4/users/login/type': route({ action: getLoginType, is_csrf_exempt: true }),
  'POST /api/v4/users/login/switch': route({ action: switchLogin, is_csrf_exempt: true }),
  'POST /api/v4/users/login/desktop_token': route({ action: logInWithDesktopToken, is_csrf_exempt: true, answer: answerLogIn }),
  'POST /api/muster/v1/desktop_tokens': route({ action: createDesktopToken, status: 201 }),
  'POST /api/v4/users/logout': route({ action: logOut, answer: answerLogOut }),
  'PUT /api/v4/users/sessions/device': route({ action: attachDeviceToSession, answer: ok }),
  'POST /api/v4/users/sessions/revoke/all': route({ action: revokeAllSessions, answer: ok }),
  'GET /api/v4/users/:user_id/sessions': listSessions,
  'POST /api/v4/users/:user_id/sessions/revoke': route({ action: revokeOneSession, answer: ok }),
  'POST /api/v4/users/:user_id/sessions/revoke/all': route({ action: revokeSessionsOf, answer: ok }),
  'POST /api/v4/users/:user_id/tokens': createToken,
  'GET /api/v4/users/:user_id/tokens': listTokensOfUser,
  'GET /api/v4/users/tokens': listAllTokens,
  'GET /api/v4/users/tokens/:token_id': getToken,
  'POST /api/v4/users/tokens/search': findTokens,
  'POST /api/v4/users/tokens/disable': route({ action: disableToken, answer: ok }),
  'POST /api/v4/users/tokens/enable': route({ action: enableToken, answer: ok }),
  'POST /api/v4/users/tokens/revoke': route({ action: revokeToken, answer: ok }),
};

function answerLogIn({ session, user }: { session: NewSession; user: User }, reply: HttpReply, request: HttpRequest, ctx: Ctx): User {
  const cookies = sessionCookies({ token: session.token, user_id: user.id, csrf: session.props['csrf']! }, session.expires_at - session.create_at, cookieScope(ctx.app, request.headers));
  reply.header(token_header, session.token).header('set-cookie', cookies).header('cache-control', 'no-store');
  return user;
}

function answerLogOut(_: void, reply: HttpReply, request: HttpRequest, ctx: Ctx): typeof STATUS_OK {
  reply.header('set-cookie', endedCookies(cookieScope(ctx.app, request.headers)));
  return STATUS_OK;
}
