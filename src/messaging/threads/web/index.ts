import { lazy } from 'react';
import { defineWebFeature } from '#kernel/web/index.ts';
import { sidebar_slots } from '#messaging/sidebar/web/index.ts';
import { ThreadsLink } from './components/ThreadsLink.tsx';
import { listenToThreads } from './threads.realtime.ts';
import { no_threads } from './threads.rules.ts';
import { changeThreads } from './threads.state.ts';

export { useThreadTotals } from './threads.state.ts';

const forget = () => changeThreads(({ generation }) => ({ ...no_threads, generation: generation + 1 }));

export default defineWebFeature({
  name: 'threads',
  routes: [{ path: '/:team/threads', component: lazy(() => import('./components/ThreadsPage.tsx')), place: 'frame' }],
  panels: { thread: lazy(() => import('./components/ThreadPanel.tsx')) },
  slots: [sidebar_slots.top.add(ThreadsLink)],
  start: listenToThreads,
  // Figures that were missed for good are fetched again by who shows them.
  load: async () => forget(),
  forget,
});
