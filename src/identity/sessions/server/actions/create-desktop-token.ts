import { z } from 'zod';
import { action, newToken, signedIn, userError } from '#kernel/server/index.ts';
import { insertDesktopToken } from '../desktop-tokens.store.ts';
import { hashToken } from '../sessions.rules.ts';
import { readSession } from '../sessions.store.ts';

export const createDesktopToken = action({
  name: 'create-desktop-token',
  summary: 'Makes a token with which a desktop app continues the log-in of a browser. It works once, for three minutes.',
  input: z.object({}),
  permission: signedIn('it stands for the own account'),
  run: async (ctx) => {
    // A personal token, or the token of an app, must not become a session, which may do more.
    const session = await readSession(ctx.db, ctx.actor.session_id);
    if (!session || session.is_oauth) throw userError('api.user.login_with_desktop_token.no_session.app_error', 'Log in with a browser for that.', 403);
    const token = newToken();
    await insertDesktopToken(ctx.db, hashToken(token), ctx.actor.user_id, ctx.now);
    return { token };
  },
});
