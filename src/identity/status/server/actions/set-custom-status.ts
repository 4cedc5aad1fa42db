import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { changeUser, selfOrManager } from '#identity/users/server/feature.ts';
import { custom_status_prop } from '../../wire/index.ts';
import { addRecent } from '../custom-status.rules.ts';
import { demandStatus, saveRecent } from '../custom-status.ts';

const text = () => z.string().max(1024).nullish().transform((value) => value ?? '');
const input = z.object({ user_id: fields.id(), emoji: text(), text: text(), duration: text(), expires_at: text() });
const permission = selfOrManager('edit_other_users');

export const setCustomStatus = action({
  name: 'set-custom-status',
  summary: 'Says in words and an emoji what a person is doing.',
  input,
  permission,
  run: async (ctx, given) => {
    const status = demandStatus(ctx, given);
    await changeUser(ctx, given.user_id, (old) => ({ props: { ...old.props, [custom_status_prop]: JSON.stringify(status) } }));
    await saveRecent(ctx, given.user_id, (recent) => addRecent(recent, status));
  },
});
