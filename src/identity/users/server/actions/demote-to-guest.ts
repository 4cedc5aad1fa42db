import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { onOthers } from '../users.permissions.ts';
import { isGuest } from '../users.rules.ts';
import { enableGuestAccounts } from '../users.settings.ts';
import { setGuest } from '../set-guest.ts';

export const demoteToGuest = action({
  name: 'demote-to-guest',
  summary: 'Makes a member a guest, who sees only the own channels.',
  input: z.object({ user_id: fields.id() }),
  permission: onOthers('demote_to_guest'),
  run: async (ctx, { user_id }) => {
    const user = await needUser(ctx, user_id);
    if (!ctx.settings.get(enableGuestAccounts)) throw userError('api.team.demote_user_to_guest.disabled.error', 'Guest accounts are switched off.', 501);
    if (isGuest(user)) throw userError('api.user.demote_user_to_guest.already_guest.app_error', 'This account is a guest already.', 501);
    await setGuest(ctx, user_id, ['system_guest'], true);
  },
});
