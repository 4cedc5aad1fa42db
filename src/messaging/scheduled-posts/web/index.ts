import { lazy } from 'react';
import { defineWebFeature } from '#kernel/web/index.ts';
import { post_slots } from '#messaging/posts/web/index.ts';
import { sidebar_slots } from '#messaging/sidebar/web/index.ts';
import { DraftsLink } from './components/DraftsLink.tsx';
import { ScheduleButton } from './components/ScheduleButton.tsx';
import { forgetScheduled, listenToScheduled, loadScheduled } from './scheduled.state.ts';

export default defineWebFeature({
  name: 'scheduled-posts',
  routes: [{ path: '/:team/drafts', component: lazy(() => import('./components/DraftsPage.tsx')), place: 'frame' }],
  slots: [post_slots.send.add(ScheduleButton), sidebar_slots.top.add(DraftsLink)],
  start: listenToScheduled,
  load: loadScheduled,
  forget: forgetScheduled,
});
