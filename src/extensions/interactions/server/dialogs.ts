import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { type Action, type Ctx, type PermissionRule, parseJson, userError } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import type { Dialog, SubmitDialogResponse } from '../wire/index.ts';
import { callIntegration } from './call-integration.ts';
import { dialogOpened } from './interactions.events.ts';
import { actionKey, actionOfKey } from './server-actions.ts';

/** Where a dialog of the server itself goes: nobody else can make such an address. */
const OWN = 'muster-action:';

/** What an action behind a dialog is given besides its own input. */
export interface DialogSubmission {
  readonly submission: Record<string, unknown>;
  readonly channel_id: string;
  readonly team_id: string;
}

/** Shows somebody a form whose answer runs an action as that person, with `submission`, `channel_id` and `team_id` added to `input`. */
export function openActionDialog(ctx: Ctx, user_id: string, dialog: Dialog, action: Action, input: Record<string, unknown>): void {
  const url = OWN + ctx.app.secrets.seal(JSON.stringify({ user_id, action: actionKey(ctx.app, action), input }));
  ctx.emit(dialogOpened, { user_id, request: { trigger_id: '', url, dialog } });
}

/** Rule: may be in the channel and team that the input names. */
export const fillsDialogs: PermissionRule<{ channel_id: string; team_id: string }> = {
  scope: 'channel',
  ids: ['read_channel_content', 'view_team'],
  check: async (ctx, { channel_id, team_id }) => (await hasTeamPermission(ctx, team_id, 'view_team')) && canReadChannel(ctx, channel_id),
};

export function isOwnDialog(url: string): boolean {
  return url.startsWith(OWN);
}

/** Runs the action behind a dialog of the server as who filled it in. */
export async function submitOwnDialog(ctx: Ctx, url: string, filled: DialogSubmission): Promise<SubmitDialogResponse> {
  const opened = ctx.app.secrets.open(url.slice(OWN.length));
  const { user_id, action: key, input } = opened ? (JSON.parse(opened) as { user_id: string; action: string; input: object }) : { user_id: '', action: '', input: {} };
  const action = actionOfKey(ctx.app, key);
  if (!action || user_id !== ctx.actor.user_id) throw userError('api.context.invalid_body_param.app_error', 'This form is not yours or does not exist any more. Open it again.');
  const answer: unknown = await ctx.app.execute(ctx, action, { ...input, ...filled });
  return answer !== null && typeof answer === 'object' && ('errors' in answer || 'error' in answer || 'form' in answer) ? (answer as SubmitDialogResponse) : {};
}

/** Asks the integration behind a dialog; `{}` where it answers nothing. */
export async function askDialog(ctx: Ctx, url: string, body: Record<string, unknown> & { channel_id: string; team_id: string; callback_id: string }): Promise<unknown> {
  const call = { kind: 'dialog', integration_id: '', integration_name: body.callback_id || 'The form', owner_id: ctx.actor.user_id, team_id: body.team_id, channel_id: body.channel_id } as const;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await callIntegration(ctx, { ...call, method: 'POST', url, headers, body: JSON.stringify(body) }, 'app.submit_interactive_dialog.json_error', 400);
  const text = answer.body.toString('utf8').trim();
  if (!text) return {};
  try {
    return parseJson(text);
  } catch {
    throw userError('app.submit_interactive_dialog.json_error', 'The integration behind this form answered with something that is not JSON.');
  }
}
