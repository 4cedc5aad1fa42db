import { getTeam, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { getUser, getUsersByUsernames } from '#identity/users/server/feature.ts';
import { newId, type CommandCall, type Ctx } from '#kernel/server/index.ts';
import { getChannel, getChannelByName } from '#messaging/channels/server/feature.ts';
import { callIntegration, newTrigger } from '#extensions/interactions/server/feature.ts';
import type { CommandResponse } from '../wire/index.ts';
import { postAnswers, readAnswer, toResponse } from './command-answers.ts';
import { demandCommands } from './custom-commands.permissions.ts';
import { insertAnswerPlace, type CustomCommand } from './custom-commands.store.ts';

const FAILED = 'api.command.execute_command.failed_resp.app_error';
const MAX_MENTIONS = 50;

/** Calls the address of a custom command and posts what it answers. */
export async function runCustomCommand(call: CommandCall, command: CustomCommand): Promise<CommandResponse> {
  const { ctx, channel_id, team_id, root_id } = call;
  demandCommands(ctx);
  const trigger = newTrigger(ctx.app, ctx.actor.user_id);
  const place = { id: newId(ctx.now), command_id: command.id, user_id: ctx.actor.user_id, channel_id, team_id, root_id };
  await insertAnswerPlace(ctx.db, place, ctx.now);
  const form = await formOf(call, command, { trigger_id: trigger.trigger_id, response_url: `${ctx.app.site_url}/hooks/commands/${place.id}` });
  const answer = readAnswer(await ask(ctx, command, form));
  await postAnswers(ctx, command, place, answer);
  return toResponse(answer, trigger.client_trigger_id);
}

/** Asks a command what it would do: the same call with `dry_run=true`. Returns its words. */
export async function planCustomCommand(call: CommandCall, command: CustomCommand): Promise<string> {
  const form = await formOf(call, command, {});
  form.append('dry_run', 'true');
  return readAnswer(await ask(call.ctx, command, form)).text;
}

function ask(ctx: Ctx, command: CustomCommand, form: URLSearchParams) {
  const subject = { kind: 'command', integration_id: command.id, integration_name: `/${command.trigger}`, owner_id: command.creator_id, team_id: form.get('team_id') ?? '', channel_id: form.get('channel_id') ?? '' } as const;
  const headers = { accept: 'application/json', authorization: `Token ${form.get('token')}` };
  if (command.method === 'P') return callIntegration(ctx, { ...subject, method: 'POST', url: command.url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() }, FAILED, 400);
  const url = new URL(command.url);
  for (const [name, value] of form) url.searchParams.append(name, value);
  return callIntegration(ctx, { ...subject, method: 'GET', url: url.href, headers }, FAILED, 400);
}

async function formOf({ ctx, text, channel_id, team_id, root_id }: CommandCall, command: CustomCommand, more: Record<string, string>): Promise<URLSearchParams> {
  const [user, channel, team] = await Promise.all([getUser(ctx.app, ctx.actor.user_id), getChannel(ctx.app, channel_id), team_id ? getTeam(ctx.app, team_id) : undefined]);
  const form = new URLSearchParams({
    token: ctx.app.secrets.open(command.token) ?? '', team_id, team_domain: team?.name ?? '', channel_id, channel_name: channel?.name ?? '',
    user_id: ctx.actor.user_id, user_name: user?.username ?? '', command: `/${command.trigger}`, text, root_id, ...more,
  });
  await addMentions(ctx, form, text, team_id);
  return form;
}

// Whom and what the line names: people of the team, open channels.
async function addMentions(ctx: Ctx, form: URLSearchParams, text: string, team_id: string): Promise<void> {
  const names = [...new Set([...text.matchAll(/(?:^|\s)@([a-z0-9._-]+)/gi)].map((match) => match[1]!.toLowerCase().replace(/[.]+$/, '')))].slice(0, MAX_MENTIONS);
  const people = names.length ? await getUsersByUsernames(ctx.app, names) : new Map();
  for (const user of people.values()) {
    if (user.delete_at || (team_id && !(await teamMembershipsOf(ctx.app, user.id)).has(team_id))) continue;
    form.append('user_mentions', user.username);
    form.append('user_mentions_ids', user.id);
  }
  for (const name of new Set([...text.matchAll(/(?:^|\s)~([a-z0-9_-]+)/g)].map((match) => match[1]!).slice(0, MAX_MENTIONS))) {
    const channel = team_id ? await getChannelByName(ctx.app, team_id, name) : undefined;
    if (channel?.type !== 'O' || channel.delete_at) continue;
    form.append('channel_mentions', channel.name);
    form.append('channel_mentions_ids', channel.id);
  }
}
