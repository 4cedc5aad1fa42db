import { useEffect, useState } from 'react';
import { commandSource } from './commands.tsx';
import { shell_slots, type PaletteItem, type PaletteSource } from '../slots.ts';

export type PaletteGroup = { source: PaletteSource; items: PaletteItem[] };

const TYPING_PAUSE_MS = 80;
const no_groups: PaletteGroup[] = [];

/** What all sources find for the text, in the order of the sources; late answers to older texts are dropped. */
export function usePaletteResults(text: string): PaletteGroup[] {
  const [groups, setGroups] = useState<PaletteGroup[]>(no_groups);
  useEffect(() => {
    let is_current = true;
    const sources = [...shell_slots.palette.all(), commandSource];
    const found = new Map<string, PaletteItem[]>();
    const show = (): void => {
      if (is_current) setGroups(sources.map((source) => ({ source, items: found.get(source.id) ?? [] })).filter((group) => group.items.length));
    };
    const ask = (source: PaletteSource): void => {
      const answer = source.search(text);
      if (answer instanceof Promise) {
        answer.then((items) => {
          found.set(source.id, items);
          show();
        }).catch(() => undefined);
      } else found.set(source.id, answer);
    };
    const timer = setTimeout(() => {
      sources.forEach(ask);
      show();
    }, text ? TYPING_PAUSE_MS : 0);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return groups;
}
