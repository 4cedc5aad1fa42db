import { create } from 'zustand';

/** Whether the sidebar lies over the page, where it has no column of its own. */
export const frameStore = create<{ is_sidebar_open: boolean }>(() => ({ is_sidebar_open: false }));
