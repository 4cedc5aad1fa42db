import type { ClipboardEvent, KeyboardEvent } from 'react';
import { usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { matchesKeys } from '#kernel/web/index.ts';
import { continueLine, isInsideFence, makeLink } from '../../composer.rules.ts';
import { safeUrl } from '../../markdown/urls.ts';
import { formats } from './FormatBar.tsx';
import type { SuggestionList } from './useSuggestions.ts';
import type { TextField } from './useTextField.ts';

type WritingKeys = {
  field: TextField;
  suggestions: SuggestionList;
  on_submit: () => void;
  on_files: ((files: File[]) => void) | undefined;
  on_key: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
};

/** What keys and pasting do in a text: Enter sends, Shift Enter goes on with a list, Markdown keys, files, links. */
export function useWritingKeys({ field, suggestions, on_submit, on_files, on_key }: WritingKeys) {
  const is_sent_by_ctrl = usePreference(preference_category.advanced_settings, 'send_on_ctrl_enter') === 'true';
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
    if (event.key === 'Enter') return writeEnter(event, field, is_sent_by_ctrl, on_submit);
    const format = formats.find((one) => matchesFormat(event, one.keys));
    // Without a selection Ctrl K is the palette's.
    if (format && !(format.keys === 'Mod+K' && field.read().start === field.read().end)) {
      event.preventDefault();
      field.write(format.change(field.read()));
    } else on_key?.(event);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length && on_files) {
      event.preventDefault();
      on_files(files);
    } else pasteLink(event, field);
  };
  return { onKeyDown, onPaste };
}

function writeEnter(event: KeyboardEvent, field: TextField, is_sent_by_ctrl: boolean, on_submit: () => void): void {
  const { text, start, end } = field.read();
  const is_ctrl = event.ctrlKey || event.metaKey;
  const needs_ctrl = is_sent_by_ctrl || isInsideFence(text, start);
  if (!event.shiftKey && !event.altKey && (is_ctrl || !needs_ctrl)) {
    event.preventDefault();
    return on_submit();
  }
  const next = start === end ? continueLine(text, start) : '';
  if (next === '') return;
  event.preventDefault();
  if (next !== null) return field.insert(`\n${next}`);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  field.write({ text: text.slice(0, from) + text.slice(start), start: from, end: from });
}

// An address pasted over words makes them a link.
function pasteLink(event: ClipboardEvent, field: TextField): void {
  const { start, end } = field.read();
  const words = event.clipboardData.getData('text/plain').trim();
  if (start === end || /\s/.test(words) || !/^https?:/i.test(words) || !safeUrl(words)) return;
  event.preventDefault();
  const linked = makeLink(field.read(), words);
  field.write({ ...linked, start: linked.end + 1, end: linked.end + 1 });
}

// Shift changes what a digit key says: the key's place decides.
function matchesFormat(event: KeyboardEvent, keys: string): boolean {
  const digit = /Shift\+(\d)$/.exec(keys)?.[1];
  return digit ? (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === `Digit${digit}` : matchesKeys(event.nativeEvent, keys);
}
