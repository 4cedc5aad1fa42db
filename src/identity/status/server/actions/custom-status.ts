import { z } from 'zod';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { getPreferences, savePreferences } from '#identity/preferences/server/feature.ts';
import { changeUser, selfOrManager } from '#identity/users/server/feature.ts';
import { custom_status_prop, type CustomStatus } from '../../wire/index.ts';
import { addRecent, parseRecent, removeRecent, toCustomStatus } from '../custom-status.rules.ts';
import { enableCustomStatuses } from '../status.settings.ts';

const CATEGORY = 'custom_status';
const RECENT = 'recent_custom_statuses';
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

function demandEnabled(ctx: Ctx): void {
  if (!ctx.settings.get(enableCustomStatuses)) throw userError('api.custom_status.disabled', 'Custom statuses are switched off on this server.', 501);
}

function demandStatus(ctx: Ctx, given: { emoji: string; text: string; duration: string; expires_at: string }): CustomStatus {
  demandEnabled(ctx);
  const status = toCustomStatus(given, ctx.now);
  if (!status) throw invalidBody('custom_status', 'Give an emoji or a text, and an end in the future where there is one.');
  return status;
}

async function saveRecent(ctx: Ctx, user_id: string, change: (recent: CustomStatus[]) => CustomStatus[]): Promise<void> {
  const kept = (await getPreferences(ctx.app, user_id, CATEGORY)).find((one) => one.name === RECENT);
  await savePreferences(ctx, user_id, [{ category: CATEGORY, name: RECENT, value: JSON.stringify(change(parseRecent(kept?.value))) }]);
}
