import { useCallback, useEffect, useState, type KeyboardEvent } from 'react';
import { findTrigger, type Selected, type Trigger } from '../../composer.rules.ts';
import { findSuggestions, type Suggestion, type SuggestionPlace } from '../../suggestions.ts';
import type { TextField } from './useTextField.ts';

export type SuggestionList = {
  readonly list: readonly Suggestion[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
  /** Takes the suggestion over into the text. */
  readonly accept: (suggestion: Suggestion) => void;
  /** Looks at the text again, after typing or moving the caret. */
  readonly refresh: () => void;
  readonly close: () => void;
  /** True where the key was meant for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

const nothing: readonly Suggestion[] = [];

/** Completion of names in a text field. */
export function useSuggestions(field: TextField, { team_id, channel_id, root_id }: SuggestionPlace): SuggestionList {
  const [trigger, setTrigger] = useState<Trigger | undefined>();
  const [list, setList] = useState(nothing);
  const [chosen, setChosen] = useState(0);
  const close = useCallback(() => {
    setTrigger(undefined);
    setList(nothing);
  }, []);
  const refresh = useCallback(() => {
    const { text, start, end } = field.read();
    const next = start === end ? findTrigger(text, start) : undefined;
    if (next) setTrigger((before) => (isSame(before, next) ? before : next));
    else close();
  }, [field, close]);

  useEffect(() => {
    if (!trigger) return;
    let is_current = true;
    findSuggestions(trigger, { team_id, channel_id, root_id }).then(
      (found) => {
        if (!is_current) return;
        setList(found);
        setChosen(0);
      },
      () => is_current && setList(nothing),
    );
    return () => void (is_current = false);
  }, [trigger, team_id, channel_id, root_id]);

  const accept = (suggestion: Suggestion) => {
    if (!trigger) return;
    const { text } = field.read();
    const rest = text.slice(trigger.to);
    const words = rest.startsWith(' ') ? suggestion.insert.trimEnd() : suggestion.insert;
    const caret = trigger.from + suggestion.insert.length;
    close();
    field.write({ text: text.slice(0, trigger.from) + words + rest, start: caret, end: caret } satisfies Selected);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const suggestion = list[chosen];
    if (!suggestion || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setChosen((chosen + (event.key === 'ArrowDown' ? 1 : list.length - 1)) % list.length);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isTypedWhole(trigger, suggestion))) accept(suggestion);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { list, chosen, choose: setChosen, accept, refresh, close, onKey };
}

// A command that is written out is sent by Enter, not completed once more.
function isTypedWhole(trigger: Trigger | undefined, suggestion: Suggestion): boolean {
  return trigger?.kind === 'command' && (trigger.term.trim() === suggestion.insert.trim() || trigger.term.startsWith(suggestion.insert));
}

function isSame(a: Trigger | undefined, b: Trigger): boolean {
  return a?.kind === b.kind && a.term === b.term && a.from === b.from && a.to === b.to;
}
