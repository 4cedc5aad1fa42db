import { useId, type KeyboardEvent, type ReactNode } from 'react';
import type { SuggestionPlace } from '../../suggestions.ts';
import styles from './Composer.module.css';
import { Suggestions } from './Suggestions.tsx';
import { useSuggestions } from './useSuggestions.ts';
import type { TextField } from './useTextField.ts';
import { useWritingKeys } from './useWritingKeys.ts';

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

/** Where messages are written, with completion of names. */
export function TextArea({ field, text, place, label, placeholder, on_change, on_submit, on_files, on_key }: TextAreaProps): ReactNode {
  const list_id = useId();
  const suggestions = useSuggestions(field, place);
  const keys = useWritingKeys({ field, suggestions, on_submit, on_files, on_key });
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
        onKeyDown={keys.onKeyDown}
        onPaste={keys.onPaste}
      />
    </div>
  );
}
