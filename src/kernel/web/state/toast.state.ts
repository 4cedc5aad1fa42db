import { create } from 'zustand';
import { ApiError, isUnreachable } from '../api/api-error.ts';
import { t, type MessageDescriptor, defineMessages } from '../i18n/i18n.ts';

export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  /** A button such as "Undo"; choosing it also closes the toast. */
  action?: { label: string; run: () => void } | undefined;
  /** Runs when the toast goes away without its action: the moment when an undoable step becomes final. */
  on_expire?: (() => void) | undefined;
  duration_ms: number;
};

const m = defineMessages({
  undo: { id: 'toast.undo', defaultMessage: 'Undo' },
  unreachable: { id: 'toast.unreachable', defaultMessage: 'The server cannot be reached. Nothing was changed; try again in a moment.' },
  failed: { id: 'toast.failed', defaultMessage: 'That did not work: {reason}' },
});

export const toastStore = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let last_id = 0;

function show(toast: Omit<Toast, 'id'>): void {
  const id = ++last_id;
  toastStore.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id }] }));
}

export function dismissToast(id: number, is_acted: boolean): void {
  const toast = toastStore.getState().toasts.find((one) => one.id === id);
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
  if (!toast) return;
  if (is_acted) toast.action?.run();
  else toast.on_expire?.();
}

/** Short notes at the foot of the page. */
export const toast = {
  show: (text: string, action?: Toast['action']): void => show({ text, tone: 'plain', action, duration_ms: 4000 }),
  /** `undo` runs when the person takes the step back; `commit` when the chance has passed. */
  undoable: (text: string, undo: () => void, commit?: () => void): void =>
    show({ text, tone: 'plain', action: { label: t(m.undo), run: undo }, on_expire: commit, duration_ms: 7000 }),
  error: (text: string): void => show({ text, tone: 'bad', duration_ms: 7000 }),
  /** Says in the person's words why a call failed. Use it as `.catch(toast.failure)`. */
  failure: (error: unknown): void => show({ text: failureText(error), tone: 'bad', duration_ms: 7000 }),
};

/** The sentence for a failed call, e.g. under a form. */
export function failureText(error: unknown, known: Record<string, MessageDescriptor> = {}): string {
  if (isUnreachable(error)) return t(m.unreachable);
  if (error instanceof ApiError) return known[error.id] ? t(known[error.id]!) : error.message;
  return t(m.failed, { reason: error instanceof Error ? error.message : String(error) });
}
