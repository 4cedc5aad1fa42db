import type { CustomEmoji } from '../wire/index.ts';

const MAX = 100;

/** Emoji whose name begins with the term, then those that contain it, each by name. */
export function matchEmoji(all: ReadonlyMap<string, CustomEmoji>, term: string, prefix_only: boolean): CustomEmoji[] {
  const wanted = term.toLowerCase();
  const found = [...all.values()].map((emoji) => ({ emoji, at: emoji.name.toLowerCase().indexOf(wanted) })).filter(({ at }) => at === 0 || (at > 0 && !prefix_only));
  found.sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || (a.emoji.name < b.emoji.name ? -1 : 1));
  return found.slice(0, MAX).map(({ emoji }) => emoji);
}
