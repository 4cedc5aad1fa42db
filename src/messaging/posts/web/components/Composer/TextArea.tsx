import { useId, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { matchesKeys } from '#kernel/web/index.ts';
import { usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { continueLine, isInsideFence, makeLink } from '../../composer.rules.ts';
import { safeUrl } from '../../markdown/urls.ts';
import type { SuggestionPlace } from '../../suggestions.ts';
import styles from './Composer.module.css';
import { formats } from './FormatBar.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useSuggestions } from './useSuggestions.ts';
import type { TextField } from './useTextField.ts';

type TextAreaProps = {
  field: TextField;
  text: string;
  place: SuggestionPlace;
  label: string;
  placeholder: string;
  on_change: (text: string) => void;
  on_submit: () => void;
  on_files?: (files: File[]) => void;
  /** Keys that the text has no use for, e.g. Escape or Up in an empty one. */
  on_key?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

/** Where messages are written: Enter sends, completion, Markdown keys, pasted files. */
export function TextArea({ field, text, place, label, placeholder, on_change, on_submit, on_files, on_key }: TextAreaProps): ReactNode {
  const list_id = useId();
  const suggestions = useSuggestions(field, place);
  const is_sent_by_ctrl = usePreference(preference_category.advanced_settings, 'send_on_ctrl_enter') === 'true';

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
    if (event.key === 'Enter') return onEnter(event);
    const format = formats.find((one) => matchesFormat(event, one.keys));
    // Without a selection Ctrl K is the palette's.
    if (format && !(format.keys === 'Mod+K' && field.read().start === field.read().end)) {
      event.preventDefault();
      field.write(format.change(field.read()));
    } else on_key?.(event);
  };
  const onEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { text: written, start, end } = field.read();
    const is_ctrl = event.ctrlKey || event.metaKey;
    const needs_ctrl = is_sent_by_ctrl || isInsideFence(written, start);
    if (!event.shiftKey && !event.altKey && (is_ctrl || !needs_ctrl)) {
      event.preventDefault();
      return on_submit();
    }
    const next = start === end ? continueLine(written, start) : '';
    if (next === '') return;
    event.preventDefault();
    if (next !== null) return field.insert(`\n${next}`);
    const from = written.lastIndexOf('\n', start - 1) + 1;
    field.write({ text: written.slice(0, from) + written.slice(start), start: from, end: from });
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length && on_files) {
      event.preventDefault();
      return on_files(files);
    }
    const { start, end } = field.read();
    const words = event.clipboardData.getData('text/plain').trim();
    // An address pasted over words makes them a link.
    if (start === end || /\s/.test(words) || !/^https?:/i.test(words) || !safeUrl(words)) return;
    event.preventDefault();
    const linked = makeLink(field.read(), words);
    field.write({ ...linked, start: linked.end + 1, end: linked.end + 1 });
  };

  return (
    <div className={styles.field}>
      <Suggestions suggestions={suggestions} id={list_id} />
      <textarea
        ref={field.ref}
        className={styles.text}
        rows={1}
        dir="auto"
        value={text}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={suggestions.list.length ? list_id : undefined}
        aria-activedescendant={suggestions.list.length ? `${list_id}-${suggestions.chosen}` : undefined}
        onChange={(event) => {
          on_change(event.target.value);
          suggestions.refresh();
        }}
        onSelect={suggestions.refresh}
        onBlur={suggestions.close}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}

// Shift changes what a digit key says: the key's place decides.
function matchesFormat(event: KeyboardEvent, keys: string): boolean {
  const digit = /Shift\+(\d)$/.exec(keys)?.[1];
  return digit ? (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === `Digit${digit}` : matchesKeys(event.nativeEvent, keys);
}
