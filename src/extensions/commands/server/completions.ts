import { z } from 'zod';
import { callOutside, parseJson, type Ctx } from '#kernel/server/index.ts';
import type { AutocompleteArg, AutocompleteData, AutocompleteListItem, AutocompleteSuggestion } from '../wire/index.ts';

const MAX_ITEMS = 100;
const FETCH_LIMIT_MS = 2_000;
const text = z.string().nullish().transform((value) => value ?? '');
const item = z.object({ Item: text, Hint: text, HelpText: text });
const list_data = z.object({ PossibleArguments: z.array(item) });

/** Where a line stands: what is before the word that is being written, and that word. */
interface Written {
  readonly done: string;
  readonly words: readonly string[];
  readonly last: string;
}

/** Completes what follows a command by its tree. `line` is without the slash; `url` is where lists with an address of their own begin. */
export async function completeByTree(ctx: Ctx, tree: AutocompleteData, line: string, url: string, place: Record<string, string>): Promise<AutocompleteSuggestion[]> {
  const words = line.split(/\s+/);
  const last = words.at(-1)!;
  let node = tree;
  let index = 1;
  for (; index < words.length - 1; index++) {
    const below = node.SubCommands.find((one) => one.Trigger === words[index]!.toLowerCase());
    if (!below) break;
    node = below;
  }
  const written: Written = { done: line.slice(0, line.length - last.length), words: words.slice(index, -1), last };
  if (node.SubCommands.length && !written.words.length) return node.SubCommands.filter((one) => one.Trigger.startsWith(last.toLowerCase())).map((one) => suggestion(written, one.Trigger, one.Hint, one.HelpText));
  const argument = nextArgument(node, written);
  return argument ? completeArgument(ctx, argument, written, url, { ...place, user_input: line, parsed: written.done }) : [];
}

// Named arguments (`--name value`) come in any order, the others by their place.
function nextArgument(node: AutocompleteData, { words, last }: Written): AutocompleteArg | undefined {
  const before = words.at(-1) ?? '';
  const named = node.Arguments.find((one) => one.Name && before === `--${one.Name}`);
  if (named) return named;
  const unused = node.Arguments.filter((one) => !one.Name || !words.includes(`--${one.Name}`));
  if (last.startsWith('--') || unused.every((one) => one.Name)) return unused.find((one) => one.Name && `--${one.Name}`.startsWith(last)) && { Name: '', Type: 'StaticList', HelpText: '', Required: false, Data: { PossibleArguments: unused.filter((one) => one.Name).map((one) => ({ Item: `--${one.Name}`, Hint: '', HelpText: one.HelpText })) } };
  const by_place = words.filter((word, index) => !word.startsWith('--') && !words[index - 1]?.startsWith('--')).length;
  return node.Arguments.filter((one) => !one.Name)[by_place];
}

async function completeArgument(ctx: Ctx, argument: AutocompleteArg, written: Written, url: string, query: Record<string, string>): Promise<AutocompleteSuggestion[]> {
  if (argument.Type === 'TextInput') return [{ Complete: written.done + written.last, Suggestion: '', Hint: hintOf(argument), Description: argument.HelpText, IconData: '' }];
  const items = argument.Type === 'DynamicList' ? await fetchItems(ctx, argument.Data, url, query) : (list_data.safeParse(argument.Data).data?.PossibleArguments ?? []);
  const wanted = written.last.toLowerCase();
  return items.filter((one) => one.Item.toLowerCase().startsWith(wanted)).slice(0, MAX_ITEMS).map((one) => suggestion(written, one.Item, one.Hint, one.HelpText));
}

function hintOf({ Data, Name }: AutocompleteArg): string {
  const hint = (Data as { Hint?: unknown } | null)?.Hint;
  return typeof hint === 'string' ? hint : Name;
}

function suggestion(written: Written, word: string, hint: string, description: string): AutocompleteSuggestion {
  return { Complete: written.done + word, Suggestion: word, Hint: hint, Description: description, IconData: '' };
}

// What one types waits for nobody: a list that does not come soon is empty.
async function fetchItems(ctx: Ctx, data: unknown, base: string, query: Record<string, string>): Promise<AutocompleteListItem[]> {
  const fetch_url = (data as { FetchURL?: unknown } | null)?.FetchURL;
  if (typeof fetch_url !== 'string' || !base || !URL.canParse(fetch_url, base)) return [];
  const url = new URL(fetch_url, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  try {
    const { status, body } = await callOutside(ctx, { url: url.href, time_limit_ms: FETCH_LIMIT_MS });
    return status === 200 ? z.array(item).parse(parseJson(body.toString('utf8'))) : [];
  } catch {
    return [];
  }
}
