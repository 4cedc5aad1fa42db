import type { Action } from './action.ts';
import type { Ctx } from './context.ts';

/** A line that somebody wrote after a slash. */
export interface CommandCall {
  readonly ctx: Ctx;
  /** What follows the trigger, without blanks around it. */
  readonly text: string;
  readonly channel_id: string;
  /** '' where the place belongs to no team and the client named none. */
  readonly team_id: string;
  /** The thread in which it was written, or ''. */
  readonly root_id: string;
  /** Runs an action as the caller, in the kernel's order: its permission, its audit. */
  run<I, O>(action: Action<I, O>, input: unknown): Promise<O>;
}

/** What a command answers; nothing at all when what it did can be seen. The words are the protocol's. */
export interface CommandAnswer {
  /** Ephemeral unless told. */
  readonly response_type?: 'ephemeral' | 'in_channel';
  readonly text?: string;
  /** Of the message, for `in_channel`. */
  readonly type?: string;
  /** Where the client goes next: an address or a path of the page. */
  readonly goto_location?: string;
}

/** A slash command: an entry point that reads a line and runs actions. List it in the manifest under `commands`. */
export interface Command {
  /** Without the slash, in small letters. */
  readonly trigger: string;
  /** Other words for the same. */
  readonly aliases?: readonly string[];
  /** What is to be written after it, such as `@user [message]`. */
  readonly hint: string;
  /** One line for help and autocomplete. */
  readonly summary: string;
  /** Clients do it themselves; only those that do not know it send it. */
  readonly is_for_clients?: boolean;
  /** Errors for the caller (`userError`) are shown to him as the answer. */
  run(call: CommandCall): Promise<CommandAnswer | void> | CommandAnswer | void;
}

/** Declares a slash command. */
export function defineCommand(command: Command): Command {
  return command;
}
