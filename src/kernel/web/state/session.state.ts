import { create } from 'zustand';
import type { Id } from '#kernel/wire/index.ts';

export type SessionStatus = 'unknown' | 'signed_in' | 'signed_out';

export type SessionState = {
  status: SessionStatus;
  /** Empty unless signed in. */
  user_id: Id;
  /** Why the last session ended; the log-in page says it. */
  ended_by: '' | 'expired' | 'logout';
  begin: (user_id: Id) => void;
  end: (by: 'expired' | 'logout') => void;
};

/** Whether somebody is signed in on this page, and who. */
export const sessionStore = create<SessionState>((set, get) => ({
  status: 'unknown',
  user_id: '',
  ended_by: '',
  begin: (user_id) => set({ status: 'signed_in', user_id, ended_by: '' }),
  end: (by) => {
    const was_signed_in = get().status === 'signed_in';
    set({ status: 'signed_out', user_id: '', ended_by: was_signed_in ? by : get().ended_by });
  },
}));

/** The id of the person at this page; empty before log-in. */
export function myUserId(): Id {
  return sessionStore.getState().user_id;
}

export function useMyUserId(): Id {
  return sessionStore((state) => state.user_id);
}
