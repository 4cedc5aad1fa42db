import type { Ctx } from '#kernel/server/index.ts';
import { actionCommandsOf, hintOf, mayRun } from './action-commands.ts';
import { commandsOf } from './commands.catalogue.ts';
import { customCommandsOf } from './custom-commands.cache.ts';

/** A command as help and completion show it. */
export interface RunnableCommand {
  readonly word: string;
  readonly hint: string;
  readonly summary: string;
}

const MAX_ACTIONS = 30;
const MIN_LETTERS = 2;

/** The commands of a team, and from two letters on the actions that begin with them and that the actor may run. */
export async function runnableCommands({ ctx, team_id, channel_id }: { ctx: Ctx; team_id: string; channel_id: string }, beginning: string): Promise<RunnableCommand[]> {
  const built_in = [...commandsOf(ctx.app)].map(([word, { hint, summary }]) => ({ word, hint, summary }));
  const custom = (await customCommandsOf(ctx.app, team_id)).filter((one) => one.auto_complete).map((one) => ({ word: one.trigger, hint: one.auto_complete_hint, summary: one.auto_complete_desc }));
  const taken = new Set([...built_in, ...custom].map((one) => one.word));
  const actions: RunnableCommand[] = [];
  for (const [word, { action }] of actionCommandsOf(ctx.app)) {
    if (beginning.length < MIN_LETTERS || actions.length === MAX_ACTIONS) break;
    if (!word.startsWith(beginning) || taken.has(word) || !(await mayRun(ctx, action, { channel_id, team_id }))) continue;
    actions.push({ word, hint: hintOf(action), summary: action.summary });
  }
  return [...built_in, ...custom, ...actions].sort((a, b) => (a.word < b.word ? -1 : 1));
}
