import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import type { LookupDialogResponse } from '../../wire/index.ts';
import { askDialog, fillsDialogs } from '../dialogs.ts';
import { dialogInput } from './submit-dialog.ts';

const MAX_ITEMS = 100;
const items = z.array(z.object({ text: z.coerce.string(), value: z.coerce.string() })).catch([]);
const answer_schema = z.object({ items: items.optional(), options: items.optional() });

/** Asks the integration for the choices of a menu, by what was typed so far. */
export const queryDialog = action({
  name: 'query-dialog',
  summary: 'Look up the choices of a menu in a form.',
  input: dialogInput,
  permission: fillsDialogs,
  unaudited: 'it changes nothing: the integration is asked for choices',
  run: async (ctx, { url, callback_id, state, channel_id, team_id, submission }): Promise<LookupDialogResponse> => {
    const body = { type: 'dialog_lookup', callback_id, state, user_id: ctx.actor.user_id, channel_id, team_id, submission, cancelled: false };
    const { data } = answer_schema.safeParse(await askDialog(ctx, url, body));
    return { items: (data?.items ?? data?.options ?? []).slice(0, MAX_ITEMS) };
  },
});
