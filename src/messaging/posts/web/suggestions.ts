import { searchGroups } from '#identity/groups/web/index.ts';
import { autocompleteUsers, displayName } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { channelsStore } from '#messaging/channels/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { loadCatalogue, searchEmojis, suggestEmojis } from '#messaging/emoji/web/index.ts';
import type { Trigger } from './composer.rules.ts';

/** One line of the list over a composer. `insert` replaces what was typed. */
export type Suggestion = {
  readonly key: string;
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  readonly look: { readonly kind: 'person'; readonly user_id: Id; readonly is_outside: boolean } | { readonly kind: 'wide' } | { readonly kind: 'group' } | { readonly kind: 'channel'; readonly is_private: boolean } | { readonly kind: 'emoji'; readonly name: string } | { readonly kind: 'command' };
};

export type SuggestionPlace = { readonly team_id: Id; readonly channel_id: Id; readonly root_id: Id };

const WIDE = ['here', 'channel', 'all'];
const SHOWN_MAX = 12;

/** What could be meant by the words before the caret. */
export function findSuggestions(trigger: Trigger, place: SuggestionPlace): Promise<Suggestion[]> {
  if (trigger.kind === 'person') return findPeople(trigger.term, place);
  if (trigger.kind === 'channel') return findChannels(trigger.term, place);
  return trigger.kind === 'emoji' ? findEmojis(trigger.term) : findCommands(trigger.term, place);
}

async function findPeople(term: string, { team_id, channel_id }: SuggestionPlace): Promise<Suggestion[]> {
  const [found, groups] = await Promise.all([autocompleteUsers(term, team_id ? { team_id, channel_id, limit: SHOWN_MAX } : { channel_id, limit: SHOWN_MAX }), team_id && term ? findGroups(term) : []]);
  const toLine = (is_outside: boolean) => (user: User): Suggestion => ({
    key: user.id, insert: `@${user.username} `, label: displayName(user), detail: `@${user.username}`, look: { kind: 'person', user_id: user.id, is_outside },
  });
  const wide = WIDE.filter((word) => term !== '' && word.startsWith(term.toLowerCase())).map((word): Suggestion => ({ key: word, insert: `@${word} `, label: `@${word}`, detail: word, look: { kind: 'wide' } }));
  const inside = (found.users ?? []).map(toLine(false));
  return [...inside, ...wide, ...groups, ...(found.out_of_channel ?? []).map(toLine(true))].slice(0, SHOWN_MAX);
}

const GROUPS_MAX = 4;

async function findGroups(term: string): Promise<Suggestion[]> {
  const groups = await searchGroups(term, { per_page: GROUPS_MAX }).catch(() => []);
  return groups.flatMap((group) => (group.name ? { key: group.id, insert: `@${group.name} `, label: group.display_name, detail: `@${group.name}`, look: { kind: 'group' } } : []));
}

async function findChannels(term: string, { team_id }: SuggestionPlace): Promise<Suggestion[]> {
  const wanted = term.toLowerCase();
  const mine = Object.values(channelsStore.getState().by_id).filter((one) => one.team_id === team_id && !one.delete_at && (one.name.startsWith(wanted) || one.display_name.toLowerCase().includes(wanted)));
  const others = team_id ? await api.get<Channel[]>(`/api/v4/teams/${team_id}/channels/autocomplete`, { name: term }).catch(() => []) : [];
  const all = new Map([...mine, ...others.filter((one) => !one.delete_at)].map((one) => [one.id, one]));
  return [...all.values()].slice(0, SHOWN_MAX).map((one) => ({ key: one.id, insert: `~${one.name} `, label: one.display_name, detail: `~${one.name}`, look: { kind: 'channel', is_private: one.type === 'P' } }));
}

async function findEmojis(term: string): Promise<Suggestion[]> {
  const [catalogue, custom] = await Promise.all([loadCatalogue(), suggestEmojis(term).catch(() => [])]);
  const names = [...custom.map((emoji) => emoji.name), ...searchEmojis(catalogue, term, SHOWN_MAX).map((emoji) => emoji.names.find((name) => name.startsWith(term.toLowerCase())) ?? emoji.names[0])];
  return [...new Set(names)].slice(0, SHOWN_MAX).map((name) => ({ key: name, insert: `:${name}: `, label: `:${name}:`, detail: '', look: { kind: 'emoji', name } }));
}

type CommandSuggestion = { Complete: string; Suggestion: string; Hint: string; Description: string };

async function findCommands(term: string, { team_id, channel_id, root_id }: SuggestionPlace): Promise<Suggestion[]> {
  if (!team_id) return [];
  const found = await api.get<CommandSuggestion[]>(`/api/v4/teams/${team_id}/commands/autocomplete_suggestions`, { user_input: term, channel_id, root_id }).catch(() => []);
  return (found ?? []).slice(0, 30).map((one) => ({ key: one.Complete, insert: `/${one.Complete.replace(/^\//, '')} `, label: `/${one.Suggestion.replace(/^\//, '')} ${one.Hint}`.trim(), detail: one.Description, look: { kind: 'command' } }));
}
