import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Selected } from '../../composer.rules.ts';

export type TextField = {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  /** The text with its selection now. */
  readonly read: () => Selected;
  /** Replaces the text so that one press of undo brings the old one back. */
  readonly write: (next: Selected) => void;
  /** Puts words in the place of the selection. */
  readonly insert: (words: string) => void;
  readonly focus: () => void;
};

/** A text area that grows with its text and whose changes can be undone. */
export function useTextField(text: string, height_max: string): TextField {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `min(${field.scrollHeight}px, ${height_max})`;
    field.style.overflowY = field.scrollHeight > field.clientHeight + 1 ? 'auto' : 'hidden';
  }, [text, height_max]);

  const read = useCallback((): Selected => {
    const field = ref.current;
    return field ? { text: field.value, start: field.selectionStart, end: field.selectionEnd } : { text: '', start: 0, end: 0 };
  }, []);
  const write = useCallback((next: Selected) => {
    const field = ref.current;
    if (!field) return;
    const { from, to, words } = differenceOf(field.value, next.text);
    field.focus();
    field.setSelectionRange(from, to);
    typeWords(field, words);
    field.setSelectionRange(next.start, next.end);
  }, []);
  const insert = useCallback((words: string) => {
    const field = ref.current;
    if (!field) return;
    field.focus();
    typeWords(field, words);
  }, []);
  const focus = useCallback(() => ref.current?.focus(), []);
  return { ref, read, write, insert, focus };
}

// The old command is the only way to change a text so that the browser's undo knows of it.
function typeWords(field: HTMLTextAreaElement, words: string): void {
  const is_typed = words ? document.execCommand('insertText', false, words) : field.selectionStart === field.selectionEnd || document.execCommand('delete');
  if (is_typed) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function differenceOf(before: string, after: string): { from: number; to: number; words: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < before.length - from && tail < after.length - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, words: after.slice(from, after.length - tail) };
}
