import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser } from '../change-user.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { noteVerified } from '../email-verification.ts';

export const verifyMemberEmail = action({
  name: 'verify-member-email',
  summary: "Notes somebody's address as proven.",
  input: z.object({ user_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { user_id }) => {
    await needUser(ctx, user_id);
    await noteVerified(ctx, user_id);
    return sanitizeUser(await needUser(ctx, user_id), ctx);
  },
});
