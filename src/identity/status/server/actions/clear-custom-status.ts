import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeUser, selfOrManager } from '#identity/users/server/feature.ts';
import { custom_status_prop } from '../../wire/index.ts';
import { demandEnabled } from '../custom-status.ts';

const permission = selfOrManager('edit_other_users');

export const clearCustomStatus = action({
  name: 'clear-custom-status',
  summary: 'Takes the words about what a person is doing away.',
  input: z.object({ user_id: fields.id() }),
  permission,
  run: async (ctx, { user_id }) => {
    demandEnabled(ctx);
    await changeUser(ctx, user_id, (old) => ({ props: { ...old.props, [custom_status_prop]: '' } }));
  },
});
