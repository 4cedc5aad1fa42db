import { useEffect, useState } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { autocompleteUsers, displayName } from '#identity/users/web/index.ts';
import { channelsStore } from '#messaging/channels/web/index.ts';
import type { PostActionOption } from '#messaging/posts/wire/index.ts';
import type { DialogElement } from '#extensions/interactions/wire/index.ts';

const SHOWN_MAX = 50;
const PAUSE_MS = 200;

type Choices = { found: readonly PostActionOption[]; nameOf: (value: string) => string };

/** The choices of a menu by what was typed, from wherever they come. */
export function useChoices(element: DialogElement, term: string, is_open: boolean, look_up: (query: string) => Promise<readonly PostActionOption[]>): Choices {
  const [asked, setAsked] = useState<readonly PostActionOption[]>([]);
  // Whatever was shown once keeps its name when something else is looked for.
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const channels = channelsStore((state) => state.by_id);
  const team_id = useCurrentTeam()?.id;
  const { data_source } = element;
  const is_asked = data_source === 'users' || data_source === 'dynamic';
  useEffect(() => {
    if (!is_asked || !is_open) return;
    let is_current = true;
    const ask = async () => {
      const options = data_source === 'dynamic' ? await look_up(term) : await findPeople(term, team_id);
      if (!is_current) return;
      setAsked(options.slice(0, SHOWN_MAX));
      setSeen((known) => ({ ...known, ...Object.fromEntries(options.map((one) => [one.value, one.text])) }));
    };
    const timer = setTimeout(() => void ask().catch(() => is_current && setAsked([])), term ? PAUSE_MS : 0);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
  }, [is_asked, is_open, data_source, term, team_id]);
  const all = data_source === 'channels' ? Object.values(channels).filter((one) => one.team_id === team_id && !one.delete_at).map((one) => ({ text: one.display_name, value: one.id })) : (element.options ?? []);
  const wanted = term.toLowerCase();
  const found = is_asked ? asked : all.filter((option) => option.text.toLowerCase().includes(wanted)).slice(0, SHOWN_MAX);
  return { found, nameOf: (value) => seen[value] ?? all.find((one) => one.value === value)?.text ?? value };
}

async function findPeople(term: string, team_id: string | undefined): Promise<PostActionOption[]> {
  const found = await autocompleteUsers(term, team_id ? { team_id } : {});
  return [...(found.users ?? []), ...(found.out_of_channel ?? [])].map((user) => ({ text: `${displayName(user)} @${user.username}`, value: user.id }));
}
