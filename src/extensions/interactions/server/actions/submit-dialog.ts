import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import type { SubmitDialogResponse } from '../../wire/index.ts';
import { askDialog, fillsDialogs, isOwnDialog, submitOwnDialog } from '../dialogs.ts';
import { dialogSchema } from '../dialogs.rules.ts';

const words = (max: number) => fields.text(max).nullish().transform((value) => value ?? '');

export const dialogInput = z.object({
  url: fields.text(8192).refine(Boolean, 'must be given'),
  callback_id: words(1000),
  state: words(100_000),
  channel_id: fields.id(),
  team_id: fields.id(),
  submission: fields.props(),
  cancelled: z.boolean().nullish(),
  type: words(64),
});

const answer_schema = z.object({
  error: z.string().nullish(),
  errors: z.record(z.string(), z.string()).nullish(),
  type: z.string().nullish(),
  form: dialogSchema.nullish(),
});

/** Gives the filled-in form to the integration, which may refuse fields, or answer with the next step. */
export const submitDialog = action({
  name: 'submit-dialog',
  summary: 'Submit a form that an integration has shown.',
  input: dialogInput,
  permission: fillsDialogs,
  run: async (ctx, { url, callback_id, state, channel_id, team_id, submission, cancelled, type }): Promise<SubmitDialogResponse> => {
    if (isOwnDialog(url)) return cancelled ? {} : submitOwnDialog(ctx, url, { submission, channel_id, team_id });
    const body = { type: type === 'refresh' ? 'refresh' : 'dialog_submission', callback_id, state, user_id: ctx.actor.user_id, channel_id, team_id, submission, cancelled: cancelled === true };
    const { data } = answer_schema.safeParse(await askDialog(ctx, url, body));
    if (!data) return {};
    return { ...(data.error && { error: data.error }), ...(data.errors && Object.keys(data.errors).length && { errors: data.errors }), ...(data.type && { type: data.type }), ...(data.form && { form: data.form }) };
  },
});
