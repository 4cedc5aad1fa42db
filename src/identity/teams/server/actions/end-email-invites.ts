import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action } from '#kernel/server/index.ts';
import { endInvitations } from '../invitations.ts';

export const endEmailInvites = action({
  name: 'end-email-invites',
  summary: 'Ends all invitations sent by e-mail.',
  input: z.object({}),
  permission: inSystem('invalidate_email_invite'),
  run: (ctx) => endInvitations(ctx),
});
