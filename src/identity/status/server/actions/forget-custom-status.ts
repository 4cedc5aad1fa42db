import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { removeRecent } from '../custom-status.rules.ts';
import { demandStatus, saveRecent } from '../custom-status.ts';

const text = () => z.string().max(1024).nullish().transform((value) => value ?? '');
const input = z.object({ user_id: fields.id(), emoji: text(), text: text(), duration: text(), expires_at: text() });
const permission = selfOrManager('edit_other_users');

export const forgetCustomStatus = action({
  name: 'forget-custom-status',
  summary: 'Removes an entry from the list of recent custom statuses.',
  input,
  permission,
  run: async (ctx, given) => {
    const status = demandStatus(ctx, given);
    await saveRecent(ctx, given.user_id, (recent) => removeRecent(recent, status));
  },
});
