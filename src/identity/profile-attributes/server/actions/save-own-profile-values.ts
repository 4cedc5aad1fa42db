import { z } from 'zod';
import { action, fields, signedIn } from '#kernel/server/index.ts';
import { saveProfileValues } from '../save-profile-values.ts';

export const saveOwnProfileValues = action({
  name: 'save-own-profile-values',
  summary: 'Fills fields of the own profile.',
  input: z.object({ values: fields.props() }),
  permission: signedIn('everybody fills the own profile'),
  run: (ctx, { values }) => saveProfileValues(ctx, ctx.actor.user_id, values),
});
