import { z } from 'zod';
import { action, anyone, userError } from '#kernel/server/index.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { takeDesktopToken } from '../desktop-tokens.store.ts';
import { beginSession, demandMayLogIn } from '../log-in.ts';
import { hashToken } from '../sessions.rules.ts';

export const logInWithDesktopToken = action({
  name: 'log-in-with-desktop-token',
  summary: 'Opens a session for a desktop app that continues the log-in of a browser.',
  input: z.object({ token: z.string().nullish(), device_id: z.string().nullish() }),
  permission: anyone('the token is the proof'),
  run: async (ctx, { token, device_id }) => {
    const user_id = token ? await takeDesktopToken(ctx.db, hashToken(token), ctx.now) : undefined;
    const user = user_id ? await getUser(ctx.app, user_id) : undefined;
    if (!user) throw userError('app.desktop_token.validate.invalid', 'This token is not valid or no longer so. Begin again in the browser.', 401);
    demandMayLogIn(ctx, user);
    return beginSession(ctx, user, device_id ?? '');
  },
});
