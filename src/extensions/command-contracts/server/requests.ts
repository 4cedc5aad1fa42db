import { actorOf, getUser, getUsers } from '#identity/users/server/feature.ts';
import { INTERNAL, userError, type Ctx } from '#kernel/server/index.ts';
import { hasChannelPermission } from '#messaging/channels/server/feature.ts';
import { actionTarget, customTarget, makeCall, type CommandTarget } from '#extensions/commands/server/feature.ts';
import { actionOfKey, updateWithButtons, type ServerButton } from '#extensions/interactions/server/feature.ts';
import type { CommandContract } from '../wire/index.ts';
import { findContract, type RequestRow } from './contracts.store.ts';
import { refusalOf } from './policy.rules.ts';

const COLOURS = { low: 'good', medium: 'warning', high: 'warning', critical: 'danger' } as const;

/** Refuses what the policy of a contract forbids. */
export function demandPolicy(contract: CommandContract, asked: { user_id: string; channel_id: string }, now: number): void {
  const refusal = refusalOf(contract.policy, asked, now);
  if (refusal) throw userError('api.muster.command_contract.refused.app_error', refusal, 403);
}

/** The buttons of a request that waits. Their actions show the request again, so they are found by their names. */
export function buttonsOf(ctx: Ctx, contract: CommandContract, { id }: RequestRow): ServerButton[] {
  const button = (verb: string, name: string, style: string): ServerButton => ({ name, style, action: actionOfKey(ctx.app, `command-contracts.${verb}-command-request`)!, input: { request_id: id } });
  const cancel = button('cancel', 'Cancel', 'default');
  if (!contract.approvals_needed) return [button('approve', 'Run it', 'primary'), cancel];
  return [button('approve', 'Approve', 'good'), button('decline', 'Decline', 'danger'), cancel];
}

/** Brings the message of a request up to date; without buttons once it has ended. */
export async function showRequest(ctx: Ctx, request: RequestRow): Promise<void> {
  const contract = await findContract(ctx.db, { id: request.contract_id });
  if (!request.post_id || !contract) return;
  await updateWithButtons(ctx, request.post_id, { ...(await describe(ctx, contract, request)), buttons: request.status === 'waiting' ? buttonsOf(ctx, contract, request) : [] });
}

/** What the message of a request says. */
export async function describe(ctx: Ctx, contract: CommandContract, request: RequestRow) {
  const people = await getUsers(ctx.app, [request.requester_id, ...request.approved_by, ...(request.ended_by ? [request.ended_by] : [])]);
  const name = (id: string) => `@${people.get(id)?.username ?? id}`;
  const states = { waiting: 'waits for approval', running: 'is running', done: 'was run', failed: 'has failed', declined: `was declined by ${name(request.ended_by)}`, cancelled: `was cancelled by ${name(request.ended_by)}`, expired: 'has expired' };
  const state = request.status === 'waiting' && !contract.approvals_needed ? 'waits to be confirmed' : states[request.status];
  const field = (title: string, value: string) => ({ title, value, short: true });
  return {
    message: `\`/${request.line.replaceAll('`', "'").slice(0, 500)}\` for ${name(request.requester_id)} ${state}.`,
    attachment: {
      color: request.status === 'done' ? 'good' : request.status === 'failed' ? 'danger' : COLOURS[contract.risk],
      text: [request.plan && `**What it would do**\n${request.plan}`, request.result && `**Result**\n${request.result}`].filter(Boolean).join('\n\n'),
      fields: [
        field('Risk', contract.risk),
        ...(contract.approvals_needed ? [field('Approved by', `${request.approved_by.map(name).join(', ') || '–'} (${request.approved_by.length} of ${contract.approvals_needed})`)] : []),
        ...(request.status === 'waiting' ? [field('Until', `${new Date(request.expires_at).toISOString().slice(0, 16).replace('T', ' ')} UTC`)] : []),
      ],
    },
  };
}

/** The requester as he is now, with the line that he wrote; refuses if he, the command or its contract has changed. */
export async function prepareRun(ctx: Ctx, request: RequestRow): Promise<{ as: Ctx; target: CommandTarget }> {
  const refuse = (why: string) => userError('api.muster.command_contract.refused.app_error', why, 403);
  const [user, contract] = await Promise.all([getUser(ctx.app, request.requester_id), findContract(ctx.db, { id: request.contract_id })]);
  if (!user || user.delete_at) throw refuse('Who asked for it has no account any more.');
  if (!contract || contract.update_at !== request.contract_at) throw refuse('The contract was changed since. Ask for it again.');
  demandPolicy(contract, { user_id: user.id, channel_id: request.channel_id }, ctx.app.clock());
  const as = ctx.app.ctx(actorOf(user), INTERNAL);
  if (!(await hasChannelPermission(as, request.channel_id, 'create_post'))) throw refuse('Who asked for it may not write here any more.');
  const [, word = '', text = ''] = /^(\S+)\s*([^]*)$/.exec(request.line) ?? [];
  const call = makeCall(as, { text, channel_id: request.channel_id, team_id: request.team_id, root_id: request.root_id });
  const target = request.target.startsWith('command:') ? await customTarget(call, word) : await actionTarget(call, word);
  if (!target || target.key !== request.target || target.changed_at !== request.target_at) throw refuse('The command was changed since. Ask for it again.');
  return { as, target };
}

/** The action that a request would run; true for a custom command. */
export function guardedBy(ctx: Ctx, request: RequestRow) {
  return request.target.startsWith('action:') ? actionOfKey(ctx.app, request.target.slice('action:'.length)) : undefined;
}
