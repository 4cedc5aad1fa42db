import { z } from 'zod';
import { getUserByUsername } from '#identity/users/server/feature.ts';
import { actionsOf, userError, type Action, type App, type CommandCall, type Ctx, type Feature } from '#kernel/server/index.ts';
import { getChannelByName } from '#messaging/channels/server/feature.ts';

/** An action that can be run as `/name`. */
export interface ActionCommand {
  /** `feature.action-name`. */
  readonly key: string;
  readonly action: Action;
}

/** One part of an action's input, as it is written in a line. */
interface Argument {
  readonly name: string;
  readonly type: string;
  readonly is_required: boolean;
}

const SECRET = /password|secret|token|(^|_)mfa|(^|_)code$/;
const known = new WeakMap<App, ReadonlyMap<string, ActionCommand>>();

/** All actions that can be run by a line, by their names: those that read files or forms, and those without a session, cannot. */
export function actionCommandsOf(app: App): ReadonlyMap<string, ActionCommand> {
  let all = known.get(app);
  if (!all) known.set(app, (all = new Map(app.features.flatMap(offeredBy).map((command) => [command.action.name, command] as const))));
  return all;
}

function offeredBy(feature: Feature): ActionCommand[] {
  const streamed = new Set(Object.values(feature.routes ?? {}).flatMap((route) => ('run' in route || !route.read ? [] : [route.action])));
  return actionsOf(feature).filter((action) => action.permission.scope !== 'anyone' && !streamed.has(action)).map((action) => ({ key: `${feature.name}.${action.name}`, action }));
}

/** The arguments of an action, the needed ones first; undefined where it takes secrets, which do not belong into a line. */
export function argumentsOf(action: Action): readonly Argument[] | undefined {
  const schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, { type?: string; anyOf?: { type?: string }[] }>; required?: string[] };
  const all = Object.entries(schema.properties ?? {});
  if (all.some(([name]) => SECRET.test(name))) return undefined;
  const list = all.map(([name, { type, anyOf }]) => ({ name, type: type ?? anyOf?.find((one) => one.type && one.type !== 'null')?.type ?? '', is_required: schema.required?.includes(name) === true }));
  return list.sort((a, b) => Number(b.is_required) - Number(a.is_required));
}

/** What is to be written after the word. The place is known and need not be said. */
export function hintOf(action: Action): string {
  return (argumentsOf(action) ?? []).filter(({ name }) => !isPlace(name)).map(({ name, is_required }) => (is_required ? `<${name}>` : `[${name}:…]`)).join(' ');
}

const isPlace = (name: string): boolean => name === 'channel_id' || name === 'team_id';

/** Reads `key:value` and, by their order, the needed values without a key. Quotes hold words together. */
export async function readArguments(call: CommandCall, action: Action): Promise<Record<string, unknown>> {
  const list = argumentsOf(action);
  if (!list) throw userError('api.command.action.secret.app_error', `/${action.name} takes a password or token, which does not belong into a line. Use the page or the API.`);
  const input: Record<string, unknown> = {};
  const loose: string[] = [];
  for (const word of call.text.match(/(?:[^\s"]+|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    const [, name = '', rest = ''] = /^(\w+):([^]*)$/.exec(word) ?? [];
    const argument = list.find((one) => one.name === name);
    if (argument) input[name] = await valueOf(call, argument, unquoted(rest));
    else loose.push(unquoted(word));
  }
  const missing = list.filter((one) => one.is_required && !(one.name in input) && !isPlace(one.name));
  for (const [index, argument] of missing.entries()) {
    const is_last = index === missing.length - 1;
    const text = is_last ? loose.splice(0).join(' ') : loose.shift();
    if (text) input[argument.name] = await valueOf(call, argument, text);
  }
  if (loose.length) throw userError('api.command.action.unknown.app_error', `"${loose[0]}" is not understood. Write it as name:value. ${usageOf(action)}`);
  for (const { name } of list) if (isPlace(name) && !(name in input)) input[name] = name === 'channel_id' ? call.channel_id : call.team_id;
  return input;
}

/** One line that says how an action is written. */
export function usageOf(action: Action): string {
  return `Usage: \`${`/${action.name} ${hintOf(action)}`.trim()}\``;
}

function unquoted(text: string): string {
  return /^"[^]*"$/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

async function valueOf(call: CommandCall, { name, type }: Argument, text: string): Promise<unknown> {
  if (type === 'boolean') return /^(true|yes|on|1)$/i.test(text);
  if (type === 'number' || type === 'integer') return Number(text);
  if (type === 'array') return Promise.all(text.split(',').map((part) => idOf(call, name, part.trim())));
  if (type === 'object') return readJson(name, text);
  return idOf(call, name, text);
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw userError('api.command.action.json.app_error', `"${name}" must be JSON, such as ${name}:{"a":1}.`);
  }
}

// People and channels are named as everywhere: @ann, ~town-square.
async function idOf({ ctx, team_id }: CommandCall, name: string, text: string): Promise<string> {
  if (/user(_id|s|_ids)?$|^(user|owner|assignee)/.test(name) && text.startsWith('@')) return (await getUserByUsername(ctx.app, text.slice(1).toLowerCase()))?.id ?? text;
  if (/channel(_id|_ids)?$/.test(name) && text.startsWith('~')) return (await getChannelByName(ctx.app, team_id, text.slice(1).toLowerCase()))?.id ?? text;
  return text;
}

/** Whether the actor may run it here, as far as can be told before it is said on what. */
export async function mayRun(ctx: Ctx, { permission }: Action, place: { channel_id: string; team_id: string }): Promise<boolean> {
  try {
    return await permission.check(ctx, { ...place, user_id: ctx.actor.user_id });
  } catch {
    // It depends on something that is not named yet.
    return true;
  }
}

/** What an action has answered, for who ran it. */
export function resultText(result: unknown): string {
  if (result === undefined || result === null) return 'Done.';
  const text = JSON.stringify(result, null, 2);
  const shown = text.length > MAX_RESULT ? `${text.slice(0, MAX_RESULT)}\n…` : text;
  return `\`\`\`json\n${shown.replaceAll('```', "'''")}\n\`\`\``;
}

const MAX_RESULT = 8_000;
