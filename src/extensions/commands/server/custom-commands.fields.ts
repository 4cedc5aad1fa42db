import { z } from 'zod';
import { fields, userError } from '#kernel/server/index.ts';
import type { AutocompleteData } from '../wire/index.ts';

const words = fields.text(20_000).nullish().transform((value) => value ?? '');
const capital = z.string().max(1024).nullish().transform((value) => value ?? '');

const argument = z.object({ Name: capital, HelpText: capital, Type: capital, Required: z.boolean().nullish().transform(Boolean), Data: z.unknown() });

/** The tree of words and arguments that complete a command. Its names are written with capitals. */
const tree: z.ZodType<AutocompleteData> = z.object({
  Trigger: capital, Hint: capital, HelpText: capital, RoleID: capital,
  Arguments: z.array(argument).max(50).nullish().transform((list) => list ?? []),
  SubCommands: z.array(z.lazy(() => tree)).max(100).nullish().transform((list) => list ?? []),
}) as unknown as z.ZodType<AutocompleteData>;

/** What can be told about a custom command. */
export const commandFields = {
  trigger: words, method: words, username: words, icon_url: words, auto_complete: z.boolean().nullish().transform(Boolean), auto_complete_desc: words, auto_complete_hint: words,
  display_name: words, description: words, url: words, autocomplete_data: tree.nullish().transform((value) => value ?? null),
};
const described = z.object(commandFields);
type Described = z.output<typeof described>;

const TRIGGER = /^[A-Za-z0-9_./-]{1,128}$/;
const long = (text: string, max: number) => [...text].length > max;

/** Refuses what no command can be. Triggers are kept in small letters. */
export function checkCommand(command: Described): Described & { method: 'P' | 'G' } {
  const refuse = (id: string, message: string) => {
    throw userError(`model.command.is_valid.${id}.app_error`, message);
  };
  if (!TRIGGER.test(command.trigger) || command.trigger.startsWith('/')) refuse('trigger', 'The word of a command has up to 128 letters, digits and "_", ".", "/" or "-", and no slash at its beginning.');
  if (!command.url || command.url.length > 1024) refuse('url', 'Give the address that the command calls, of at most 1024 characters.');
  if (!/^https?:\/\//i.test(command.url) || !URL.canParse(command.url)) refuse('url_http', 'The address must begin with http:// or https://.');
  if (command.method !== 'P' && command.method !== 'G') refuse('method', 'The method is "P" for POST or "G" for GET.');
  if (long(command.display_name, 64)) refuse('display_name', 'The name can have at most 64 characters.');
  if (long(command.description, 128)) refuse('description', 'The description can have at most 128 characters.');
  if (long(command.username, 64) || command.icon_url.length > 1024 || long(command.auto_complete_desc, 1024) || long(command.auto_complete_hint, 1024)) refuse('description', 'The user name can have 64 characters, the address of the picture and the texts for completion 1024 each.');
  return { ...command, trigger: command.trigger.toLowerCase(), method: command.method === 'G' ? 'G' : 'P' };
}

export function duplicateTrigger() {
  return userError('api.command.duplicate_trigger.app_error', 'There is a command with this word already. Choose another one.');
}
