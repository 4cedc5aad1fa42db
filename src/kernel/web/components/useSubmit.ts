import { useState } from 'react';
import type { MessageDescriptor } from '../i18n/i18n.ts';
import { failureText } from '../state/toast.state.ts';

export type Submit = {
  is_busy: boolean;
  /** Why the last try was refused; '' if it was not. */
  error: string;
  setError: (error: string) => void;
  /** Runs the call; `done` runs after it has worked. */
  submit: (run: () => Promise<unknown>, done?: () => void) => void;
};

/** State of a form that makes one call. `known` puts own sentences to error ids of the server. */
export function useSubmit(known: Record<string, MessageDescriptor> = {}): Submit {
  const [is_busy, setIsBusy] = useState(false);
  const [error, setError] = useState('');
  const submit: Submit['submit'] = (run, done) => {
    setIsBusy(true);
    setError('');
    run()
      .then(() => done?.())
      .catch((reason: unknown) => setError(failureText(reason, known)))
      .finally(() => setIsBusy(false));
  };
  return { is_busy, error, setError, submit };
}
