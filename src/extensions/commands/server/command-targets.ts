import { extensionPoint, type CommandAnswer, type CommandCall, type Ctx } from '#kernel/server/index.ts';
import type { CommandResponse } from '../wire/index.ts';
import { actionCommandsOf, readArguments, resultText } from './action-commands.ts';
import { customCommandsOf } from './custom-commands.cache.ts';
import type { CustomCommand } from './custom-commands.store.ts';
import { planCustomCommand, runCustomCommand } from './run-custom-command.ts';

/** What a line is about to run: an address, or an action with its input. */
export interface CommandTarget {
  /** `command:ID` or `action:feature.action-name`. */
  readonly key: string;
  /** The word after the slash. */
  readonly word: string;
  /** When it was changed last; 0 for what is part of the product. */
  readonly changed_at: number;
  /** What it would do, in words. */
  plan(): Promise<string>;
  run(): Promise<CommandResponse | CommandAnswer>;
}

/** Looks at what a line is about to run, before it runs. An answer takes its place: it may run later, or never. */
export const beforeCommandRun = extensionPoint<(call: CommandCall, target: CommandTarget) => Promise<CommandAnswer | undefined>>('commands.before-run');

/** A line as its command gets it. */
export function makeCall(ctx: Ctx, line: { text: string; channel_id: string; team_id: string; root_id: string }): CommandCall {
  return { ctx, ...line, run: (action, input) => ctx.app.execute(ctx, action, input) };
}

/** The custom command of this word. */
export async function customTarget(call: CommandCall, word: string): Promise<CommandTarget | undefined> {
  const command = (await customCommandsOf(call.ctx.app, call.team_id)).find((one) => one.trigger === word);
  return command && targetOfCommand(call, command);
}

function targetOfCommand(call: CommandCall, command: CustomCommand): CommandTarget {
  return { key: `command:${command.id}`, word: command.trigger, changed_at: command.update_at, plan: () => planCustomCommand(call, command), run: () => runCustomCommand(call, command) };
}

/** The action of this word, with what was written after it as its input. */
export async function actionTarget(call: CommandCall, word: string): Promise<CommandTarget | undefined> {
  const found = actionCommandsOf(call.ctx.app).get(word);
  if (!found) return undefined;
  const input = await readArguments(call, found.action);
  return {
    key: `action:${found.key}`,
    word,
    changed_at: 0,
    plan: () => Promise.resolve(`${found.action.summary}\n${resultText(input)}`),
    run: async () => ({ text: resultText(await call.run(found.action, input)) }),
  };
}
