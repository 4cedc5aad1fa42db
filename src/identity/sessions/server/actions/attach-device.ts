import { z } from 'zod';
import { action, invalidBody, signedIn } from '#kernel/server/index.ts';
import { forgetSessions } from '../sessions.cache.ts';
import { lengthOf } from '../sessions.rules.ts';
import { attachDevice, readSession } from '../sessions.store.ts';
import { endedSessions } from '../sessions.ts';

const text = () => z.string().max(512).nullish().transform((value) => value ?? '');

export const attachDeviceToSession = action({
  name: 'attach-device',
  summary: 'Notes on which device the current session is, so that it gets notifications there.',
  input: z.object({ device_id: text(), device_notification_disabled: text(), mobile_version: text() }),
  permission: signedIn('it is about the own session'),
  run: async (ctx, { device_id, device_notification_disabled, mobile_version }) => {
    if (!device_id && !device_notification_disabled && !mobile_version) throw invalidBody('device_id');
    const session = await readSession(ctx.db, ctx.actor.session_id);
    if (!session) throw invalidBody('device_id', 'A personal token is not tied to a device. Log in for that.');
    const props = { ...(device_notification_disabled ? { device_notification_disabled } : {}), ...(mobile_version ? { mobile_version } : {}) };
    const device = device_id || session.device_id;
    const ended = await ctx.db.tx((tx) => attachDevice(tx, session, device, ctx.now + lengthOf(ctx.settings, device), props));
    forgetSessions(ctx.app, [session.token_hash]);
    endedSessions(ctx.app, ended);
  },
});
