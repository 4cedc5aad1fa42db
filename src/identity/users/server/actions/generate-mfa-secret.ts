import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { needUser } from '../change-user.ts';
import { saveMfaSecret } from '../credentials.store.ts';
import { makeMfaSecret } from '../mfa.ts';
import { selfOrManager } from '../users.permissions.ts';
import { demandMfa } from '../demand-mfa.ts';

export const generateMfaSecret = action({
  name: 'generate-mfa-secret',
  summary: 'Makes a secret for an authenticator app; it counts once a code of it has been given.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id }) => {
    demandMfa(ctx);
    const user = await needUser(ctx, user_id);
    if (user.auth_service) throw userError('mfa.generate_qr_code.create_code.app_error', 'The second factor of this account is a matter of the service by which it logs in.');
    if (user.mfa_active) throw userError('mfa.generate_qr_code.active.app_error', 'Switch the second factor off before setting up another.');
    const made = await makeMfaSecret('Muster', user.username);
    await saveMfaSecret(ctx.db, user_id, ctx.app.secrets.seal(made.secret));
    return made;
  },
});
