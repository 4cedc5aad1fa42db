import { z } from 'zod';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { changeUser, getUser, selfOrManager } from '#identity/users/server/feature.ts';
import type { StatusValue } from '../../wire/index.ts';
import { chooseStatus } from '../status.ts';

const CHOICES: readonly string[] = ['online', 'away', 'dnd', 'offline', 'ooo'];

export const setStatus = action({
  name: 'set-status',
  summary: 'Sets the presence of a person by hand.',
  input: z.object({ user_id: fields.id(), status: z.object({ user_id: z.string().nullish(), status: z.string().nullish(), dnd_end_time: z.number().int().nullish() }) }),
  permission: selfOrManager('edit_other_users'),
  unaudited: 'presence changes all the time and matters to nobody later',
  run: async (ctx, { user_id, status: given }) => {
    const status = given.status ?? '';
    if (given.user_id !== user_id && given.user_id !== 'me') throw invalidBody('user_id', 'It must be that of the address.');
    if (!CHOICES.includes(status)) throw invalidBody('status', `It is one of ${CHOICES.join(', ')}.`);
    const until = given.dnd_end_time ?? 0;
    if (status === 'dnd' && until !== 0 && until * 1000 <= ctx.now) throw invalidBody('dnd_end_time', 'It must be in the future, in seconds.');
    const user = await getUser(ctx.app, user_id);
    if (!user) throw userError('api.status.user_not_found.app_error', 'There is no such account.', 404);
    // Whoever says to be back wants no automatic replies any more.
    if (status !== 'ooo' && user.notify_props?.auto_responder_active === 'true') await changeUser(ctx, user_id, (old) => ({ notify_props: { ...old.notify_props!, auto_responder_active: 'false' } }));
    return chooseStatus(ctx.app, user_id, status as StatusValue, until);
  },
});
